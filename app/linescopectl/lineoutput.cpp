// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "linescopectl/lineoutput.h"

#include "linescopectl/terminal.h"
#include "tapi/names.h"

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

// One event in words; empty for those that say nothing new to a reader (messages, requests, commands, reports).
class Sentence {
public:
    Sentence(const Wording &wording, const World &world)
        : w(wording)
        , world(world)
    {
    }

    QString operator()(const Events::ProviderState &e) const
    {
        const Provider *const provider = world.provider(e.provider);
        const QString name = provider ? w.outside(provider->name) : shortName(e.provider);
        return u"%1 %2 %3"_s.arg(name, e.up ? Wording::tr("up") : Wording::tr("down"), w.outside(e.text));
    }
    QString operator()(const Events::AppInitialized &e) const
    {
        return u"%1 %2 %3"_s.arg(shortName(e.app), Wording::tr("initialized"), w.app(world, e.app));
    }
    QString operator()(const Events::AppShutdown &e) const
    {
        return shortName(e.app) + u' ' + QLatin1StringView(toString(e.reason));
    }
    QString operator()(const Events::DeviceAdded &e) const
    {
        return u"%1 %2 %3"_s.arg(shortName(e.device), Wording::tr("added"), w.device(world, e.device));
    }
    QString operator()(const Events::DeviceRemoved &e) const
    {
        return u"%1 %2 %3"_s.arg(shortName(e.device), Wording::tr("removed"), w.device(world, e.device));
    }
    QString operator()(const Events::DeviceState &e) const
    {
        const QString state = e.inService ? Wording::tr("in service") : Wording::tr("out of service");
        return u"%1 %2 %3 %4"_s.arg(shortName(e.device), state, w.device(world, e.device), w.outside(e.text));
    }
    QString operator()(const Events::LineOpened &e) const
    {
        return u"%1 %2 %3 %4 %5"_s.arg(shortName(e.line), Wording::tr("opened"), w.device(world, e.device),
                                       w.app(world, e.app), namesOf(e.privileges).join(u'|'));
    }
    QString operator()(const Events::LineClosed &e) const
    {
        return u"%1 %2 %3 %4 %5 %6"_s.arg(shortName(e.line), Wording::tr("closed"), w.device(world, e.device),
                                          w.app(world, e.app), QLatin1StringView(toString(e.reason)),
                                          w.outside(e.text));
    }
    QString operator()(const Events::CallState &e) const
    {
        const Call *const call = world.call(e.call);
        return u"%1 %2 (%3) %4 %5"_s.arg(shortName(e.call), w.state(e.state, e.mode), nameOf(e.previous),
                                         call ? w.device(world, call->device) : QString(),
                                         call ? w.parties(*call) : QString());
    }
    QString operator()(const Events::CallReleased &e) const
    {
        return u"%1 %2"_s.arg(shortName(e.call), Wording::tr("released"));
    }
    QString operator()(const Events::HandleCreated &e) const
    {
        return u"%1 %2 %3 %4 %5"_s.arg(shortName(e.handle), Wording::tr("created"), shortName(e.call),
                                       w.app(world, e.app), nameOf(e.privilege));
    }
    QString operator()(const Events::HandlePrivilege &e) const
    {
        return u"%1 %2 %3 %4"_s.arg(shortName(e.handle), nameOf(e.privilege), shortName(e.call), w.app(world, e.app));
    }
    QString operator()(const Events::HandleVoided &e) const
    {
        const QString retained = e.wasIdle ? Wording::tr("retained for %1").arg(toDurationString(e.retainedFor))
                                           : QString();
        return u"%1 %2 %3 %4 %5 %6"_s.arg(shortName(e.handle), Wording::tr("void"), shortName(e.call),
                                          w.app(world, e.app), QLatin1StringView(toString(e.reason)), retained);
    }
    QString operator()(const Events::FindingRaised &e) const
    {
        return u"%1 %2 %3 %4"_s.arg(QLatin1StringView(e.finding->rule),
                                    QLatin1StringView(toString(e.finding->severity)), e.finding->subject,
                                    w.outside(e.finding->text));
    }
    QString operator()(const Events::CallCreated &) const { return {}; } // its state follows at once (V-19)
    QString operator()(const Events::CallInfo &) const { return {}; }
    QString operator()(const Events::CallBytes &) const { return {}; }
    QString operator()(const Events::Message &) const { return {}; }
    QString operator()(const Events::RequestMade &) const { return {}; }
    QString operator()(const Events::RequestResult &) const { return {}; }
    QString operator()(const Events::CommandSent &) const { return {}; }
    QString operator()(const Events::ReportReceived &) const { return {}; }

private:
    const Wording &w;
    const World &world;
};

} // namespace

LineOutput::LineOutput(int file, Masking masking)
    : m_file(file)
    , m_wording(masking)
{
}

void LineOutput::begin(const Source &, Microseconds) { }

void LineOutput::show(const Event &event, const World &world)
{
    const QString sentence = std::visit(Sentence(m_wording, world), event.payload);
    if (!sentence.isEmpty())
        m_pending += (toIsoString(event.time) + u' ' + sentence.trimmed() + u'\n').toUtf8();
}

bool LineOutput::flush(const World &)
{
    m_isRead = m_isRead && writeAll(m_file, m_pending);
    m_pending.clear();
    return m_isRead;
}

void LineOutput::end(const World &world, quint64 dropped)
{
    m_pending += (m_wording.summary(world, dropped) + u'\n').toUtf8();
    flush(world);
}

} // namespace Linescope
