// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>
class T_handlespanel : public QObject {
    Q_OBJECT
};
QTEST_MAIN(T_handlespanel)
#include "tst_handlespanel.moc"
