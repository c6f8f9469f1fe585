// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a function of call control needs to know beside the call: a number, digits, the other call, an application.
#pragma once

#include "dialogs/forms.h"
#include "mainwindow/callfunctions.h"

namespace Linescope {

class CallFunctionDialog : public FormDialog {
    Q_OBJECT

public:
    // `title`: what the action is called. `line`: for functions of a line, none for functions of a call.
    CallFunctionDialog(const World &world, const CallFunction &function, const QString &title, HCall call, HLine line,
                       QWidget *parent = nullptr);

    CallFunctionInput input() const;

private:
    void addNumber();
    void addOtherCalls(const World &world);
    void addApplications(const World &world);
    void addTarget(const World &world, const QList<App> &apps); // of one module
    void showRule();
    QString problem() const;

    const CallFunction &m_function;
    CallFunctionInput m_input;
    QLineEdit *m_text = nullptr;
    QComboBox *m_choice = nullptr;
    QLabel *m_rule = nullptr;
};

} // namespace Linescope
