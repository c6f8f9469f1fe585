// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be taken out of the window: by the clipboard, and view by view into files and onto paper. For tests that
// look for what must not be there.
#pragma once

#include "pdftexts.h"
#include "windowfixture.h"
#include "windowtexts.h"

#include "mainwindow/pages.h"
#include "support/export/exporter.h"

#include <QBuffer>
#include <QClipboard>
#include <QImage>
#include <QPdfWriter>

namespace Linescope::Test {

class TakenOut {
public:
    // Under "handles.csv", "timeline printed", "ladder copyPicture", "copyCallJson".
    static TextsBySource of(WindowFixture *f)
    {
        TakenOut taken(f);
        for (const ActionId id :
             {ActionId::CopyCallText, ActionId::CopyCallJson, ActionId::CopyMermaid, ActionId::CopyPlantUml})
            taken.copy({}, id);
        QApplication::setActiveWindow(f->window.get());
        for (View *view : f->window->findChildren<View *>()) {
            if (!Exporter::formatsOf(view).isEmpty())
                taken.take(view);
        }
        return taken.m_texts;
    }

private:
    explicit TakenOut(WindowFixture *fixture)
        : f(fixture)
    {
    }

    void take(View *view)
    {
        f->window->showView(view->objectName());
        view->setFocus();
        QCOMPARE(f->window->currentView(), view);
        copy(view->objectName() + u' ', ActionId::Copy);
        copy(view->objectName() + u' ', ActionId::CopyPicture);
        for (const ExportFormat format : Exporter::formatsOf(view))
            write(view, format);
        print(view);
    }
    void copy(const QString &view, ActionId id)
    {
        if (!f->action(id)->isEnabled())
            return;
        QGuiApplication::clipboard()->clear();
        f->action(id)->trigger();
        m_texts.insert(view + Actions::name(id), {QGuiApplication::clipboard()->text()});
    }
    void write(const View *view, ExportFormat format)
    {
        const QString name = view->objectName() + u'.' + formatSuffix(format);
        QFile file(f->folder.filePath(name));
        QCOMPARE(f->window->exporter()->write(view, {}, file.fileName()), QString());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        if (format == ExportFormat::Png)
            m_texts.insert(name, {QImage::fromData(bytes).text()});
        else if (format == ExportFormat::Pdf)
            m_texts.insert(name, PdfTexts::of(bytes));
        else
            m_texts.insert(name, {QString::fromUtf8(bytes)});
    }
    void print(const View *view)
    {
        QBuffer pages;
        QVERIFY(pages.open(QIODevice::WriteOnly));
        QPdfWriter paper(&pages);
        QVERIFY(f->window->exporter()->paint(view, &paper));
        m_texts.insert(view->objectName() + QStringLiteral(" printed"), PdfTexts::of(pages.data()));
    }
    WindowFixture *f;
    TextsBySource m_texts;
};

} // namespace Linescope::Test
