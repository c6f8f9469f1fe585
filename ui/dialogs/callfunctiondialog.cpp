// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/callfunctiondialog.h"

#include "server/features.h"
#include "support/text.h"
#include "tapi/names.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QRegularExpressionValidator>

#include <algorithm>

namespace Linescope {

namespace {

constexpr int maxNumber = 200;
constexpr int ruleRole = Qt::UserRole + 1;

QString callText(const World &world, HCall id)
{
    const Call &call = *world.call(world.handle(id)->call);
    return visibleText(QStringLiteral("%1  %2  %3  %4 → %5")
                           .arg(shortName(call.id), shortName(id), nameOf(call.state),
                                call.info.text(&CallInfo::callerId), call.info.text(&CallInfo::calledId)),
                       80);
}

// "desk (A2)", "desk.exe (A2, A5)"
QString targetText(const QList<App> &apps)
{
    QStringList ids;
    for (const App &app : apps)
        ids += shortName(app.id);
    const App &first = apps.first();
    return QStringLiteral("%1 (%2)").arg(visibleText(apps.size() == 1 ? first.name : first.moduleName, 60),
                                         visibleText(ids.join(QStringLiteral(", ")), 60));
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
    setProblem(problem());
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
    connect(m_text, &QLineEdit::textChanged, this, [this] { setProblem(problem()); });
    m_text->setFocus();
}

void CallFunctionDialog::addOtherCalls(const World &world)
{
    m_choice = new QComboBox;
    for (const HCall other : otherCalls(world, m_function, m_input.call))
        m_choice->addItem(callText(world, other), other.value);
    form()->addRow(tr(m_function.label), m_choice);
}

// F-38: to the application of that module, or to the one that is first in the list for voice (P-23). Applications with
// the same module name are one target.
void CallFunctionDialog::addApplications(const World &world)
{
    QMap<QString, QList<App>> modules;
    world.apps().forEach([&](const App &app) {
        if (!app.monitor)
            modules[app.moduleName.toCaseFolded()] += app;
    });
    m_choice = new QComboBox;
    m_choice->addItem(tr("The first application for voice calls"), QString());
    m_choice->setItemData(0,
                          tr("The call goes to the application that comes first in the list for voice calls, among "
                             "those that have the line open as an owner (P-23)."),
                          ruleRole);
    for (QList<App> &apps : modules) {
        std::sort(apps.begin(), apps.end(), [](const App &a, const App &b) { return a.id < b.id; });
        addTarget(world, apps);
    }
    m_rule = makeLabel();
    m_rule->setWordWrap(true);
    form()->addRow(tr(m_function.label), m_choice);
    form()->addRow(QString(), m_rule);
    connect(m_choice, &QComboBox::currentIndexChanged, this, &CallFunctionDialog::showRule);
    showRule();
}

void CallFunctionDialog::addTarget(const World &world, const QList<App> &apps)
{
    const Handle *held = world.handle(m_input.call);
    const HLineApp holder = held ? world.appOf(*held) : HLineApp();
    if (apps.size() == 1 && apps.first().id == holder)
        return;
    const QString module = apps.first().moduleName;
    const Line *target = held ? world.line(handoffTarget(world, world.call(held->call)->device, module)) : nullptr;
    QString rule;
    if (!target)
        rule = tr("Nobody gets the call: no application of this module has the line open as an owner (P-22).");
    else if (target->app == holder)
        rule =
            tr("Nothing changes: %1, which holds the call, was the first of them to open the line as an owner (P-22, "
               "P-24).")
                .arg(shortName(holder));
    else if (apps.size() > 1)
        rule = tr("%1 gets the call: it was the first of them to open the line as an owner (P-22).")
                   .arg(shortName(target->app));
    else
        rule = tr("%1 gets the call (P-22).").arg(shortName(target->app));
    m_choice->addItem(targetText(apps), module);
    m_choice->setItemData(m_choice->count() - 1, rule, ruleRole);
}

void CallFunctionDialog::showRule()
{
    m_rule->setText(m_choice->currentData(ruleRole).toString());
    fit();
}

QString CallFunctionDialog::problem() const
{
    const bool empty = m_text && m_text->text().trimmed().isEmpty();
    switch (m_function.asks) {
    case Asks::Number:
        return empty ? tr("Which number?") : QString();
    case Asks::Digits:
        return empty ? tr("Which digits?") : QString();
    case Asks::OtherCall:
        return m_choice->count() == 0 ? tr("The application has no other call on this line that would do.") : QString();
    case Asks::Nothing:
    case Asks::OptionalNumber:
    case Asks::Application:
        break;
    }
    return {};
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
