// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Takes any view out of the window: into a file, onto paper, to the clipboard.
#pragma once

#include "dialogs/exportdialog.h"
#include "support/export/pictureexport.h"

#include <QObject>

class QPagedPaintDevice;

namespace Linescope {

class Clock;
class LiveWorld;

class Exporter : public QObject {
    Q_OBJECT

public:
    Exporter(const LiveWorld *live, Clock *clock, QObject *parent = nullptr);

    static QList<ExportFormat> formatsOf(const View *view); // none: there is nothing to export

    // Ask, then do. Modal.
    void exportView(const View *view, QWidget *parent);
    void printView(const View *view, QWidget *parent);
    void copyPicture(const View *view);

    // Without asking; the suffix of the name decides the format if it is one of formatsOf(). Empty, or what is wrong.
    QString write(const View *view, ExportChoice choice, const QString &fileName) const;
    bool paint(const View *view, QPagedPaintDevice *device) const;

Q_SIGNALS:
    void done(const QString &sentence);
    void failed(const QString &sentence);

private:
    PictureFacts factsOf(const View *view) const;
    QString askFileName(const View *view, ExportFormat format, QWidget *parent) const;

    const LiveWorld *m_live;
    Clock *m_clock;
    ExportChoice m_last;
    QString m_folder; // of the last file
};

} // namespace Linescope
