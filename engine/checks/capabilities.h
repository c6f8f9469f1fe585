// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a provider can do: what it says of itself, beside what was seen. An observer of the event stream.
#pragma once

#include "world/event.h"

#include <QCoreApplication>
#include <QJsonObject>

#include <map>
#include <span>

namespace Linescope {

enum class CapabilityGroup : quint8 { Function, Feature, State, Mode, MediaMode, Report };

struct Capability {
    enum class Declared : quint8 { Yes, No, Unknown }; // Unknown: nothing in TAPI would say it
    enum class Verdict : quint8 { Seen, NeverSeen, NotDeclared, NotDeclaredButSeen };

    CapabilityGroup group = CapabilityGroup::Function;
    QString name; // "lineHold", "HOLD", "ONHOLD", "CONNECTED ACTIVE", "DATAMODEM", "callInfo"
    Declared declared = Declared::Unknown;
    quint64 observed = 0; // times it worked, was reported
    quint64 failed = 0;   // times it was tried and did not work
    quint64 firstSeq = 0; // of what was observed; 0: never

    Verdict verdict() const;
    friend bool operator==(const Capability &, const Capability &) = default;
};

using CapabilityMatrix = QList<Capability>; // by group, within it in the order of tapi.h

// A function that a provider carries out, and the bit that declares it.
struct CapabilityFunction {
    const char *name;
    const char *feature;
};
std::span<const CapabilityFunction> capabilityFunctions();
QStringList capabilityModes(); // "CONNECTED ACTIVE"

class CapabilityObserver {
public:
    // Only what that provider says and does; none: all providers together.
    explicit CapabilityObserver(const ProviderAbilities &abilities, ProviderId provider = {})
        : m_abilities(abilities)
        , m_provider(provider)
    {
    }

    void add(const Event &event);
    void add(const EventBatch &batch)
    {
        for (const Event &event : batch)
            add(event);
    }
    CapabilityMatrix matrix() const;

private:
    using Key = std::pair<CapabilityGroup, QString>;
    struct Seen {
        quint64 observed = 0;
        quint64 failed = 0;
        quint64 firstSeq = 0;
    };
    struct Pending {
        QString function;
        QString feature;
    };

    bool isOurs(ProviderId provider) const { return m_provider.isNull() || m_provider == provider; }
    void count(CapabilityGroup group, const QString &name, bool worked = true);
    void add(const Events::RequestMade &event);
    void add(const Events::RequestResult &event);
    void add(const Events::CommandSent &event);
    void add(const Events::ReportReceived &event);
    void note(const CallInfo &info);

    const ProviderAbilities m_abilities;
    const ProviderId m_provider;
    quint64 m_seq = 0;
    std::map<Key, Seen> m_seen;
    QString m_function; // being called
    bool m_reached = false;
    QString m_commanded;                    // the feature of the command that it sent
    std::map<RequestId, Pending> m_pending; // asked of the provider, not completed yet
    quint32 m_states = 0;                   // that calls are declared to have (S-33)
    quint32 m_media = 0;                    // that lines are declared to have
};

CapabilityMatrix capabilities(const EventBatch &journal, const ProviderAbilities &abilities, ProviderId provider = {});

// ---- output ----

struct CapabilityText {
    Q_DECLARE_TR_FUNCTIONS(Linescope::CapabilityText)

public:
    static QString groupName(CapabilityGroup group);
    static QString verdictName(Capability::Verdict verdict);
    static QStringList lines(const CapabilityMatrix &matrix); // for people
    static QJsonObject json(const CapabilityMatrix &matrix);
    static QByteArray csv(const CapabilityMatrix &matrix);
};

} // namespace Linescope
