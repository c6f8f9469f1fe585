// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/telephonycommands.h"

#include "dialogs/callfunctiondialog.h"
#include "dialogs/closelinedialog.h"
#include "dialogs/forms.h"
#include "dialogs/reading.h"
#include "server/voidpreview.h"
#include "support/text.h"
#include "tapi/names.h"

namespace Linescope {

TelephonyCommands::TelephonyCommands(CommandContext context, QWidget *window)
    : WindowCommands(std::move(context), window)
{
    connectLines();
    connectCalls();
    connectApps();
    connect(operations(), &Operations::callInfoRead, this, &TelephonyCommands::showCallInfo);
}

void TelephonyCommands::connectLines()
{
    on(ActionId::OpenLine, [this] { openLine(); });
    on(ActionId::CloseLine, [this] { closeLine(); });
    on(ActionId::DeallocateIdleOfLine, [this] {
        deallocateIdle([this, id = selection().device](const Handle &handle) {
            const Line *line = world().line(handle.line);
            return line && line->device == id;
        });
    });
}

void TelephonyCommands::connectCalls()
{
    on(ActionId::MakeCall, [this] { makeCall(); });
    for (size_t i = 0; i < size_t(ActionId::Count); ++i) {
        if (const CallFunction *function = callFunction(ActionId(i)))
            on(function->id, [this, function] { useCallFunction(*function); });
    }
    on(ActionId::ViewInfo, [this] { operations()->readCallInfo(context().selection->current().handle); });
    on(ActionId::Deallocate, [this] { deallocate(); });
    on(ActionId::DeallocateIdle, [this] { deallocateIdle([](const Handle &) { return true; }); });
}

void TelephonyCommands::connectApps()
{
    on(ActionId::NewApp, [this] { newApp(); });
    on(ActionId::EndApp, [this] { endApp(false); });
    on(ActionId::CrashApp, [this] { endApp(true); });
    on(ActionId::DeallocateIdleOfApp, [this] {
        deallocateIdle([this, id = selection().app](const Handle &handle) { return world().appOf(handle) == id; });
    });
}

void TelephonyCommands::useCallFunction(const CallFunction &function)
{
    const World &world = this->world();
    CallFunctionInput input{context().selection->current().handle, selection().line, {}, {}};
    if (function.asks == Asks::Nothing) {
        if (mayAct(function, input.call))
            operations()->call(function, input);
        return;
    }
    const QString title = context().actions->at(function.id)->iconText();
    CallFunctionDialog dialog(world, function, title, function.needsCall() ? input.call : HCall(), input.line,
                              window());
    if (dialog.exec() == QDialog::Accepted)
        operations()->call(function, dialog.input());
}

// What takes somebody out of a real call is asked about first.
bool TelephonyCommands::mayAct(const CallFunction &function, HCall id)
{
    const bool isDrop = function.id == ActionId::Drop;
    if (!isDrop && function.id != ActionId::RemoveFromConference)
        return true;
    const World &world = this->world();
    const Handle *handle = world.handle(id);
    const Call *call = handle ? world.call(handle->call) : nullptr;
    if (!call)
        return false;
    const bool real = !operations()->abilities(selection().provider).stimuli;
    const QString question = (isDrop ? tr("Hang up the call from %1 to %2?")
                                     : tr("Take the call from %1 to %2 out of the conference?"))
                                 .arg(visibleText(call->info.text(&CallInfo::callerId)),
                                      visibleText(call->info.text(&CallInfo::calledId)));
    return !real || !context().settings->confirm(Destructive::Drop)
        || confirm(window(), isDrop ? tr("Drop") : tr("Remove from conference"), question,
                   isDrop ? tr("Hang up") : tr("Remove"));
}

void TelephonyCommands::makeCall()
{
    const World &world = this->world();
    QList<HLine> lines;
    HLine suggested = selection().line;
    world.lines().forEach([&](const Line &line) {
        const Device *device = world.device(line.device);
        if (!device || !operations()->abilities(device->provider).addressFeatures.testFlag(AddressFeature::MakeCall))
            return;
        lines += line.id;
        if (suggested.isNull() && (line.device == selection().device || line.app == selection().app))
            suggested = line.id;
    });
    MakeCallDialog dialog(world, lines, suggested, window());
    if (dialog.exec() == QDialog::Accepted)
        operations()->makeCall(dialog.request());
}

void TelephonyCommands::openLine()
{
    const Selection chosen = selection();
    OpenLineDialog dialog(world(), chosen.app, chosen.device, window());
    if (dialog.exec() == QDialog::Accepted)
        operations()->openLine(dialog.app(), dialog.request());
}

void TelephonyCommands::closeLine()
{
    const Selection chosen = selection();
    const World &world = this->world();
    const Device *device = world.device(chosen.device);
    if (!device)
        return;
    const DriverLine driver = device->driver;
    CloseLineDialog dialog(world, chosen.device, chosen.line, operations()->abilities(device->provider).stimuli,
                           operations()->options(), window());
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const CloseLineDialog::Choice choice = dialog.choice(); !choice.asProvider)
        operations()->closeLine(choice.line);
    else
        operations()->stimulate(chosen.provider, Stimuli::ForceLineClose{driver, tr("closed by hand")});
}

void TelephonyCommands::newApp()
{
    NewAppDialog dialog(window());
    if (dialog.exec() == QDialog::Accepted)
        operations()->addApp(dialog.habits());
}

void TelephonyCommands::endApp(bool crashed)
{
    const HLineApp id = selection().app;
    const App *app = world().app(id);
    if (!app)
        return;
    const QString name = visibleText(app->name, 60);
    const QString question = crashed ? tr("Let %1 crash?").arg(name) : tr("Shut down %1?").arg(name);
    if (mayVoid(Destructive::CloseLine, question, previewShutdown(world(), id, operations()->options())))
        operations()->removeApp(id, crashed);
}

void TelephonyCommands::deallocate()
{
    const HCall current = context().selection->current().handle;
    const QList<HCall> selected = context().selectedRows();
    const QList<HCall> chosen = selected.contains(current) ? selected : QList<HCall>{current};
    if (chosen.size() == 1
        || mayVoid(Destructive::DeallocateMany, tr("Deallocate the selected handles?"),
                   previewDeallocate(world(), chosen)))
        operations()->deallocate(chosen);
}

void TelephonyCommands::deallocateIdle(const std::function<bool(const Handle &)> &wanted)
{
    const QList<HCall> idle = operations()->idleHandles(wanted);
    const QString question = tr("Deallocate the retained handles? Their applications can no longer read the calls.");
    if (!idle.isEmpty() && mayVoid(Destructive::DeallocateMany, question, previewDeallocate(world(), idle)))
        operations()->deallocate(idle);
}

void TelephonyCommands::showCallInfo(HCall handle, const CallInfo &info)
{
    const Handle *record = world().handle(handle);
    const Call *call = record ? world().call(record->call) : nullptr;
    const QString headline = call && call->isIdle()
        ? tr("The call is over, but its record can be read until the handle is deallocated or its line closes (H-7).")
        : tr("The record of the call as lineGetCallInfo gives it to the holder of the handle.");
    CallInfoDialog dialog(tr("Call information of %1").arg(shortName(handle)), headline, info, window());
    dialog.exec();
}

} // namespace Linescope
