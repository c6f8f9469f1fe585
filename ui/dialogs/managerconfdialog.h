// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What has to stand in manager.conf of an Asterisk so that Linescope can connect: shown, to be copied.
#pragma once

#include <QDialog>

namespace Linescope {

// The section of the account, with the least rights that are enough. A user that cannot be one is left to be chosen.
QString managerConf(const QString &user, bool control);

class ManagerConfDialog : public QDialog {
    Q_OBJECT

public:
    ManagerConfDialog(const QString &user, bool control, QWidget *parent = nullptr);
};

} // namespace Linescope
