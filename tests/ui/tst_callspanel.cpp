// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QTest>
class T_callspanel : public QObject {
    Q_OBJECT
};
QTEST_MAIN(T_callspanel)
#include "tst_callspanel.moc"
