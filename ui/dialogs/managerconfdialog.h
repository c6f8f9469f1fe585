// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What has to stand in manager.conf of an Asterisk so that Linescope can connect: shown, to be copied.
#pragma once

#include <QDialog>

namespace Linescope {

class ManagerConfDialog : public QDialog {
    Q_OBJECT

public:
    ManagerConfDialog(const QString &user, bool control, QWidget *parent = nullptr);
};

} // namespace Linescope
