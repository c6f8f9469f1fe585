// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/recordings.h"

#include "dialogs/recordingdialog.h"
#include "server/engine.h"
#include "support/format.h"
#include "support/settings/settings.h"
#include "support/text.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStandardPaths>

#include <climits>
#include <utility>

using namespace Qt::StringLiterals;

namespace Linescope {

Recordings::Recordings(Engine *engine, Settings *settings, QWidget *window)
    : QObject(window)
    , m_engine(engine)
    , m_settings(settings)
    , m_window(window)
    , m_status(engine->recordingStatus())
{
    connect(engine, &Engine::recordingChanged, this, &Recordings::take);
}

RecordingOptions Recordings::lastOptions() const
{
    RecordingOptions options;
    QString folder = m_settings->value(u"recording/folder"_s).toString();
    if (!QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    options.compressed = m_settings->value(u"recording/compressed"_s).toBool();
    options.masking = m_settings->value(u"recording/masked"_s).toBool() ? Masking::Mask : Masking::None;
    options.rollAt = m_settings->value(u"recording/rollAt"_s).toLongLong();
    options.keepFiles = m_settings->value(u"recording/keepFiles"_s).toInt();
    const QString time = QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s);
    options.file = QDir(folder).filePath(
        u"linescope-%1.jsonl%2"_s.arg(time, options.compressed ? u".gz"_s : QString()));
    return options;
}

void Recordings::remember(const RecordingOptions &options)
{
    m_settings->setValue(u"recording/folder"_s, QFileInfo(options.file).absolutePath());
    m_settings->setValue(u"recording/compressed"_s, options.compressed);
    m_settings->setValue(u"recording/masked"_s, options.masking == Masking::Mask);
    m_settings->setValue(u"recording/rollAt"_s, options.rollAt);
    m_settings->setValue(u"recording/keepFiles"_s, options.keepFiles);
}

bool Recordings::asks()
{
    RecordingDialog dialog(lastOptions(), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    const RecordingOptions options = dialog.options();
    if (options.rollAt == 0 && QFileInfo::exists(options.file)
        && !confirm(m_window, tr("Record"), tr("%1 is there already. Replace it?").arg(visibleText(options.file)),
                    tr("Replace")))
        return false;
    remember(options);
    start(options);
    return true;
}

void Recordings::start(const RecordingOptions &options) { m_engine->startRecording(options); }

void Recordings::stop() { m_engine->stopRecording(); }

void Recordings::take(const RecordingStatus &status)
{
    const RecordingStatus before = std::exchange(m_status, status);
    if (!status.error.isEmpty() && status.error != before.error)
        Q_EMIT failed(tr("Recording: %1").arg(status.error));
    else if (before.active && !status.active)
        Q_EMIT done(tr("Recorded %n event(s) to %1.", nullptr, int(std::min<quint64>(status.events, INT_MAX)))
                        .arg(visibleText(status.file)));
    Q_EMIT changed();
}

QString Recordings::text() const
{
    if (!m_status.active)
        return {};
    QStringList parts{tr("● recording"), tr("%n event(s)", nullptr, int(std::min<quint64>(m_status.events, INT_MAX))),
                      bytesText(quint64(m_status.bytes))};
    if (m_status.dropped > 0)
        parts += tr("%n dropped", nullptr, int(std::min<quint64>(m_status.dropped, INT_MAX)));
    if (!m_status.error.isEmpty())
        parts += visibleText(m_status.error, 80);
    return parts.join(u", "_s);
}

} // namespace Linescope
