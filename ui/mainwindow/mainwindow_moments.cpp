// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// MainWindow's recordings, and moments that are over.
#include "mainwindow/mainwindow.h"

#include "mainwindow/moments.h"
#include "mainwindow/recordings.h"
#include "support/text.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSignalBlocker>
#include <QStatusBar>

namespace Linescope {

void MainWindow::connectMoments()
{
    connect(m_moments, &Moments::changed, this, &MainWindow::refreshMoments);
    connect(m_moments, &Moments::failed, this, &MainWindow::tellFailure);
    connect(m_recordings, &Recordings::changed, this, &MainWindow::refreshMoments);
    connect(m_recordings, &Recordings::failed, this, &MainWindow::tellFailure);
    connect(m_recordings, &Recordings::done, this,
            [this](const QString &sentence) { statusBar()->showMessage(visibleText(sentence), 8000); });
    connect(m_actions->at(ActionId::LookBack), &QAction::triggered, m_moments, &Moments::lookBack);
    connect(m_actions->at(ActionId::BackToLive), &QAction::triggered, m_moments, &Moments::leave);
    connect(m_actions->at(ActionId::OpenRecording), &QAction::triggered, this, &MainWindow::openRecording);
    connect(m_actions->at(ActionId::Record), &QAction::triggered, this, [this](bool on) {
        if (!on)
            m_recordings->stop();
        else if (!m_recordings->asks())
            refreshMoments();
    });
    refreshMoments();
}

void MainWindow::openRecording()
{
    const QString key = QStringLiteral("recording/folder");
    const QString file = QFileDialog::getOpenFileName(this, tr("Open recording"), m_settings->value(key).toString(),
                                                      tr("Recordings (*.jsonl *.jsonl.gz)") + QStringLiteral(";;")
                                                          + tr("All files (*)"));
    if (file.isEmpty())
        return;
    m_settings->setValue(key, QFileInfo(file).absolutePath());
    m_moments->open(file);
}

void MainWindow::refreshMoments()
{
    QAction *record = m_actions->at(ActionId::Record);
    record->setChecked(m_recordings->isRecording());
    record->setText(m_recordings->isRecording() ? tr("Stop &recording") : tr("&Record…"));
    scheduleRefresh();
}

} // namespace Linescope
