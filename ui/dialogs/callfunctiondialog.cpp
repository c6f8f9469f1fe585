// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/callfunctiondialog.h"

#include "support/text.h"
#include "tapi/names.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpressionValidator>

namespace Linescope {

namespace {

constexpr int maxNumber = 200;

QString callText(const World &world, HCall id)
{
    const Call &call = *world.call(world.handle(id)->call);
    return visibleText(QStringLiteral("%1  %2  %3  %4 → %5")
                           .arg(shortName(call.id), shortName(id), nameOf(call.state),
                                call.info.text(&CallInfo::callerId), call.info.text(&CallInfo::calledId)),
                       80);
}

} // namespace

CallFunctionDialog::CallFunctionDialog(const World &world, const CallFunction &function, const QString &title,
                                       HCall call, HLine line, QWidget *parent)
    : FormDialog(title, title, parent)
    , m_function(function)
    , m_input{call, line, {}, {}}
{
    if (const Handle *handle = world.handle(call))
        form()->addRow(tr("Call:"), makeLabel(callText(world, handle->id)));
    else if (const Line *open = world.line(line))
        form()->addRow(tr("Line:"),
                       makeLabel(QStringLiteral("%1  %2").arg(shortName(line),
                                                              visibleText(world.device(open->device)->info.name, 60))));
    switch (function.asks) {
    case Asks::Nothing:
        break;
    case Asks::Number:
    case Asks::OptionalNumber:
    case Asks::Digits:
        addNumber();
        break;
    case Asks::OtherCall:
        addOtherCalls(world);
        break;
    case Asks::Application:
        addApplications(world);
        break;
    }
    updateReady();
}

void CallFunctionDialog::addNumber()
{
    m_text = new QLineEdit;
    m_text->setMaxLength(maxNumber);
    if (m_function.asks == Asks::Digits) {
        static const QRegularExpression dtmf(QStringLiteral("[0-9A-Da-d*#,]*")); // F-34
        m_text->setValidator(new QRegularExpressionValidator(dtmf, m_text));
        m_text->setPlaceholderText(QStringLiteral("0-9 A-D * # ,"));
    }
    form()->addRow(tr(m_function.label), m_text);
    connect(m_text, &QLineEdit::textChanged, this, &CallFunctionDialog::updateReady);
    m_text->setFocus();
}

void CallFunctionDialog::addOtherCalls(const World &world)
{
    m_choice = new QComboBox;
    for (const HCall other : otherCalls(world, m_function, m_input.call))
        m_choice->addItem(callText(world, other), other.value);
    form()->addRow(tr(m_function.label), m_choice);
    if (m_choice->count() == 0)
        form()->addRow(QString(), makeLabel(tr("The application has no other call on this line that would do.")));
}

// F-38: to the application of that module, or to the one that is first in the list for voice (P-23).
void CallFunctionDialog::addApplications(const World &world)
{
    m_choice = new QComboBox;
    m_choice->addItem(tr("The first application for voice calls"), QString());
    const HLineApp holder = world.handle(m_input.call) ? world.appOf(*world.handle(m_input.call)) : HLineApp();
    world.apps().forEach([&](const App &app) {
        if (app.id != holder && !app.monitor)
            m_choice->addItem(visibleText(app.name, 60), app.moduleName);
    });
    form()->addRow(tr(m_function.label), m_choice);
}

void CallFunctionDialog::updateReady()
{
    switch (m_function.asks) {
    case Asks::Number:
    case Asks::Digits:
        setReady(!m_text->text().trimmed().isEmpty());
        break;
    case Asks::OtherCall:
        setReady(m_choice->count() > 0);
        break;
    case Asks::Nothing:
    case Asks::OptionalNumber:
    case Asks::Application:
        setReady(true);
        break;
    }
}

CallFunctionInput CallFunctionDialog::input() const
{
    CallFunctionInput input = m_input;
    if (m_text)
        input.text = m_text->text().trimmed();
    else if (m_choice && m_function.asks == Asks::OtherCall)
        input.other = HCall{m_choice->currentData().toUInt()};
    else if (m_choice)
        input.text = m_choice->currentData().toString();
    return input;
}

} // namespace Linescope
