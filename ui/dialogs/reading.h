// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Records to read: a call's information. Nothing from outside is taken for markup.
#pragma once

#include "panels/inspector/callfacts.h"

#include <QDialog>

namespace Linescope {

// What lineGetCallInfo gave, field by field.
class CallInfoDialog : public QDialog {
    Q_OBJECT

public:
    CallInfoDialog(const QString &title, const QString &headline, const CallInfo &info, QWidget *parent = nullptr);
    QList<Fact> facts() const { return m_facts; }

private:
    QList<Fact> m_facts;
};

} // namespace Linescope
