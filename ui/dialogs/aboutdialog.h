// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Versions, the licence, and what others have made that Linescope is built with.
#pragma once

#include <QDialog>

namespace Linescope {

class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
    QString text() const; // versions, as copied: for reports of problems

private:
    QWidget *makeHead();
    QWidget *makeVersions();
    QWidget *makeLicence();
    QWidget *makeLibraries();
};

} // namespace Linescope
