// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mainwindow/simulatorcommands.h"

#include "dialogs/faultsdialog.h"
#include "dialogs/forms.h"
#include "server/voidpreview.h"

namespace Linescope {

SimulatorCommands::SimulatorCommands(CommandContext context, QWidget *window)
    : WindowCommands(std::move(context), window)
{
    connectLines();
    connectCalls();
    connectProvider();
}

void SimulatorCommands::connectLines()
{
    on(ActionId::ForceClose, [this] {
        // Asked first, for meanwhile something else may be chosen.
        const Stimuli::ForceLineClose close{line(), tr("closed by hand")};
        const ProviderId provider = simulator();
        if (mayVoid(Destructive::CloseLine, tr("Force LINE_CLOSE?"), previewProviderClose(world(), selection().device)))
            operations()->stimulate(provider, close);
    });
    on(ActionId::InService, [this] { stimulate(Stimuli::SetInService{line(), true}); });
    on(ActionId::OutOfService, [this] { stimulate(Stimuli::SetInService{line(), false}); });
    on(ActionId::AddLine, [this] { addLine(); });
    on(ActionId::RemoveLine, [this] {
        const Stimuli::RemoveLine removal{line()};
        const ProviderId provider = simulator();
        if (mayVoid(Destructive::CloseLine, tr("Remove the line?"), previewProviderClose(world(), selection().device)))
            operations()->stimulate(provider, removal);
    });
}

void SimulatorCommands::connectCalls()
{
    on(ActionId::NewCall, [this] { newCall(); });
    on(ActionId::RemoteAnswer, [this] { stimulate(Stimuli::RemoteAnswer{call()}); });
    on(ActionId::RemoteHangUp, [this] { stimulate(Stimuli::RemoteHangUp{call()}); });
}

void SimulatorCommands::connectProvider()
{
    on(ActionId::Automatic, [this](bool on) { stimulate(Stimuli::SetAutomatic{on}); });
    on(ActionId::InjectFaults, [this] { injectFaults(); });
    on(ActionId::ClearFaults, [this] {
        for (const Provider &provider : world().providers()) {
            if (!operations()->faults(provider.id).isEmpty())
                operations()->setFaults(provider.id, {});
        }
    });
    on(ActionId::ProviderDies, [this] {
        const ProviderId provider = simulator();
        if (mayVoid(Destructive::Disconnect, tr("Let the provider die?"), previewProviderEnd(world(), provider)))
            operations()->stimulate(provider, Stimuli::Die{tr("ended by hand")});
    });
}

ProviderId SimulatorCommands::simulator() const
{
    if (const ProviderId chosen = selection().provider; operations()->abilities(chosen).stimuli)
        return chosen;
    for (const Provider &provider : world().providers()) {
        if (operations()->abilities(provider.id).stimuli)
            return provider.id;
    }
    return {};
}

DriverLine SimulatorCommands::line() const
{
    const Device *device = world().device(selection().device);
    return device ? device->driver : DriverLine();
}

DriverCall SimulatorCommands::call() const
{
    const Call *call = world().call(selection().call);
    return call ? call->driver : DriverCall();
}

void SimulatorCommands::stimulate(const Stimulus &stimulus) { operations()->stimulate(simulator(), stimulus); }

void SimulatorCommands::newCall()
{
    const Device *device = world().device(selection().device);
    if (!device)
        return;
    const DriverLine driver = device->driver;
    const ProviderId provider = device->provider;
    IncomingCallDialog dialog(device->info.name, window());
    if (dialog.exec() == QDialog::Accepted)
        operations()->stimulate(provider, Stimuli::NewIncomingCall{driver, dialog.number(), dialog.name()});
}

void SimulatorCommands::addLine()
{
    const QString suggestion = tr("Line %1").arg(world().devices().size() + 1);
    NameDialog dialog(tr("Add line"), tr("&Name:"), tr("Add"), suggestion, window());
    if (dialog.exec() == QDialog::Accepted)
        stimulate(Stimuli::AddLine{dialog.text()});
}

void SimulatorCommands::injectFaults()
{
    const ProviderId id = simulator();
    const Provider *provider = world().provider(id);
    if (!provider)
        return;
    QList<FaultsDialog::Line> lines;
    for (const Device &device : world().devices()) {
        if (device.provider == id && !device.removed)
            lines.append({device.driver, device.info.name});
    }
    FaultsDialog dialog(provider->name, operations()->faults(id), lines, window());
    if (dialog.exec() == QDialog::Accepted)
        operations()->setFaults(id, dialog.faults());
}

} // namespace Linescope
