// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Words of our own, and records to read: help, about, a call's information. Nothing from outside is taken for markup,
// and nothing is loaded from anywhere.
#pragma once

#include "panels/callfacts.h"

#include <QDialog>
#include <QTextEdit>

namespace Linescope {

// A read-only page of resources/help. Links and images lead nowhere.
class HelpPage : public QTextEdit {
    Q_OBJECT

public:
    explicit HelpPage(QWidget *parent = nullptr);
    QVariant loadResource(int type, const QUrl &name) override;
};

class HelpDialog : public QDialog {
    Q_OBJECT

public:
    explicit HelpDialog(const QString &language, QWidget *parent = nullptr);
};

class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent = nullptr);
    QString text() const; // as shown
};

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
