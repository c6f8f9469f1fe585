// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/writer/sessionwriter.h"

#include "scenario/jsonscan.h"
#include "scenario/scenarioreader.h"
#include "scenario/statusfields.h"
#include "tapi/overload.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

WrittenScenario SessionWriter::write()
{
    WrittenScenario written;
    for (qsizetype i = 0; i < m_journal.size();) {
        if (quint64(m_steps.size()) > maxSteps - 100) {
            note(WrittenScenario::tr("The session is longer than a scenario can be; its end has been left out."));
            break;
        }
        i = take(i);
    }
    written.notes = m_notes;
    if (m_steps.isEmpty())
        return written;
    expectTheEnd();
    written.json = head();
    written.json.insert(u"steps"_s, m_steps);
    return written;
}

void SessionWriter::note(const QString &sentence)
{
    if (!m_notes.contains(sentence))
        m_notes.append(sentence);
}

// ---- the walk ----

qsizetype SessionWriter::take(qsizetype index)
{
    const Event &event = m_journal.at(index);
    if (std::holds_alternative<Events::RequestMade>(event.payload)) {
        const qsizetype result = resultOf(index);
        if (result < 0) {
            note(WrittenScenario::tr("The session ends within a function; that one has been left out."));
            return m_journal.size();
        }
        waitUntil(event.time);
        writeFunction(index, result);
        m_explainedUntil = result + 1;
        for (qsizetype i = index; i <= result; ++i)
            apply(m_journal.at(i));
        for (qsizetype i = index; i <= result; ++i)
            expect(m_journal.at(i));
        return result + 1;
    }
    if (std::holds_alternative<Events::ReportReceived>(event.payload))
        return writeReport(index);
    if (index >= m_explainedUntil)
        byItself(event, index);
    apply(event);
    expect(event);
    return index + 1;
}

void SessionWriter::apply(const Event &event)
{
    if (const auto *released = std::get_if<Events::CallReleased>(&event.payload))
        follow(*released);
    m_world.apply(event);
    std::visit(Overload{
                   [&](const Events::CallCreated &e) { follow(e); },
                   [&](const Events::HandleCreated &e) { follow(e); },
                   [](const auto &) {},
               },
               event.payload);
}

void SessionWriter::follow(const Events::CallCreated &event)
{
    const ProviderId provider = m_world.device(event.device)->provider;
    const QString driven = m_names.driver(provider, event.driver);
    m_calls.insert({provider, event.driver}, event.call);
    if (m_names.call(event.call).isEmpty())
        m_names.setCall(event.call, driven);
    m_names.setDriver(provider, event.driver, m_names.call(event.call));
}

void SessionWriter::follow(const Events::CallReleased &event)
{
    const Call *call = m_world.call(event.call);
    const Device *device = call ? m_world.device(call->device) : nullptr;
    if (device && m_calls.value({device->provider, call->driver}) == event.call)
        m_calls.remove({device->provider, call->driver});
}

void SessionWriter::follow(const Events::HandleCreated &event)
{
    if (m_reserved.remove(event.call))
        m_names.setHandle(event.handle, m_names.call(event.call));
}

void SessionWriter::waitUntil(Microseconds time)
{
    if (!std::exchange(m_started, true))
        m_time = time;
    Microseconds left = time - m_time;
    if (left < std::max<Microseconds>(m_options.shortestWait, 1))
        return;
    m_time = time;
    for (constexpr Microseconds longest = 24 * 3600_s; left > 0; left -= longest)
        addStep({{u"wait"_s, durationText(std::min(left, longest))}});
}

// ---- what nobody asked for and nobody reported ----

void SessionWriter::byItself(const Event &event, qsizetype index)
{
    std::visit(Overload{
                   [&](const Events::LineClosed &e) {
                       if (isExplained(e))
                           return;
                       const qsizetype death = deathAfter(index);
                       if (e.reason == LineCloseReason::Removed)
                           writeRemoval(event, e.device);
                       else if (death >= 0)
                           writeDeath(event, death);
                   },
                   [&](const Events::DeviceRemoved &e) {
                       if (e.device != m_closing)
                           writeRemoval(event, e.device);
                   },
                   [&](const Events::DeviceState &e) {
                       const qsizetype death = isExplained(e) ? -1 : deathAfter(index);
                       if (death >= 0)
                           writeDeath(event, death);
                   },
                   [](const auto &) {},
               },
               event.payload);
}

bool SessionWriter::isExplained(const Events::LineClosed &event) { return event.device == m_closing; }

bool SessionWriter::isExplained(const Events::DeviceState &event)
{
    return event.device == std::exchange(m_changing, {});
}

qsizetype SessionWriter::deathAfter(qsizetype index) const
{
    for (qsizetype i = index; i < m_journal.size(); ++i) {
        const EventPayload &payload = m_journal.at(i).payload;
        const auto *state = std::get_if<Events::ProviderState>(&payload);
        if (state && !state->up)
            return i;
        if (std::holds_alternative<Events::RequestMade>(payload)
            || std::holds_alternative<Events::ReportReceived>(payload))
            break;
    }
    return -1;
}

void SessionWriter::writeDeath(const Event &event, qsizetype death)
{
    const auto &state = std::get<Events::ProviderState>(m_journal.at(death).payload);
    const bool others = std::ranges::any_of(
        m_world.devices(), [&](const Device &device) { return device.provider != state.provider && !device.removed; });
    if (others)
        note(WrittenScenario::tr("A provider died while another one had lines: in a scenario there is one provider, "
                                 "and all lines close."));
    waitUntil(event.time);
    QJsonObject step{{u"provider"_s, u"die"_s}};
    if (!state.text.isEmpty())
        step.insert(u"text"_s, state.text);
    addStep(step);
    m_explainedUntil = death + 1;
    m_calls.removeIf([&](const auto &known) { return known.key().first == state.provider; });
}

// The provider was taken out, and its lines with it.
void SessionWriter::writeRemoval(const Event &event, DeviceId device)
{
    const Device *removed = m_world.device(device);
    if (!removed)
        return;
    waitUntil(event.time);
    addStep(
        {{u"provider"_s, u"lineRemove"_s}, {u"line"_s, qint64(m_names.number(removed->provider, removed->driver))}});
    m_closing = device;
}

// ---- head and end ----

QJsonObject SessionWriter::head() const
{
    QJsonObject provider{{u"type"_s, u"simulator"_s}, {u"mode"_s, u"scripted"_s}, {u"lines"_s, m_lines}};
    if (m_options.abilities) {
        const QJsonObject abilities = Encoder(m_names).all(*m_options.abilities);
        for (auto it = abilities.begin(); it != abilities.end(); ++it)
            provider.insert(it.key(), it.value());
    }
    const ServerOptions &options = m_options.options;
    const bool drops = options.unownedCalls == ServerOptions::Unowned::Drop;
    QJsonObject head{{u"linescope"_s, u"scenario/1"_s},
                     {u"provider"_s, provider},
                     {u"options"_s,
                      QJsonObject{{u"unownedIncoming"_s, drops ? u"drop"_s : u"keep"_s},
                                  {u"closeDropsSoleOwned"_s, options.closeDropsSoleOwned},
                                  {u"closeCallAfterFailedCreate"_s, options.closeCallAfterFailedCreate}}}};
    if (!m_options.title.isEmpty())
        head.insert(u"title"_s, m_options.title);
    if (!m_options.about.isEmpty())
        head.insert(u"about"_s, m_options.about);
    return head;
}

void SessionWriter::expectTheEnd()
{
    addStep({{u"expect"_s, u"nothing"_s}});
    addStep({{u"expect"_s, QJsonObject{{u"provider"_s, u"none"_s}}}});
    const Totals &totals = m_world.totals();
    const QJsonObject world{{u"apps"_s, qint64(m_world.apps().size())},
                            {u"lines"_s, qint64(m_world.lines().size())},
                            {u"calls"_s, qint64(m_world.calls().size())},
                            {u"handles"_s, qint64(m_world.handles().size())},
                            {u"retained"_s, qint64(totals.retainedHandles)}};
    addStep({{u"expect"_s, QJsonObject{{u"world"_s, world}}}});
}

} // namespace Linescope::Scenarios
