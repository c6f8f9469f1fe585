// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provenancelog.h"

#include "tapi/names.h"

#include <algorithm>

namespace Linescope {

namespace {

SourceField::Kind kindOf(QByteArrayView name)
{
    const auto endsWith = [name](const char *end) { return name.endsWith(end); };
    if (endsWith("CallerIDNum") || endsWith("ConnectedLineNum") || endsWith("Exten") || name == QByteArrayView("DNID")
        || name == QByteArrayView("Extension"))
        return SourceField::Kind::Number;
    if (endsWith("CallerIDName") || endsWith("ConnectedLineName"))
        return SourceField::Kind::Person;
    if (endsWith("niqueid") || endsWith("inkedid") || endsWith("BridgeId") || endsWith("ChannelState")
        || endsWith("ChannelStateDesc") || endsWith("Priority") || name == QByteArrayView("Cause")
        || name == QByteArrayView("Event") || name == QByteArrayView("Timestamp"))
        return SourceField::Kind::Id;
    return SourceField::Kind::Text;
}

QList<SourceField> fieldsOf(const QByteArray &text)
{
    QList<SourceField> fields;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.first(std::max<qsizetype>(colon, 0));
        const QByteArray value = line.sliced(colon + 1).trimmed();
        if (!name.isEmpty() || !value.isEmpty())
            fields.append({QString::fromUtf8(name), QString::fromUtf8(value), kindOf(name)});
    }
    return fields;
}

QString eventName(const ProvenanceLog::Step &step, const QList<SourceField> &fields)
{
    if (!step.event)
        return {};
    const auto named = std::find_if(fields.begin(), fields.end(),
                                    [](const SourceField &f) { return f.name == QLatin1String("Event"); });
    return named == fields.end() ? QString::fromLatin1(step.event->name) : named->value;
}

QList<AppliedRule> rulesOf(const ProvenanceLog::Step &step)
{
    QList<AppliedRule> rules;
    const auto add = [&rules](const AsteriskMapping::Rule &rule) {
        rules.append({QString::fromLatin1(rule.id), rule.text()});
    };
    if (step.event)
        rules.append({{}, step.event->text()});
    if (step.stateRule)
        add(*step.stateRule);
    if (step.endRule)
        add(*step.endRule);
    if (step.changes & CallInfoState::Reason) {
        for (const AsteriskMapping::ReasonRow &row : AsteriskMapping::reasons()) {
            if (quint32(row.reason) == step.reason)
                add(row.rule);
        }
    }
    for (const AsteriskMapping::InfoRow &row : AsteriskMapping::infoRules()) {
        if (step.changes & row.changed)
            add(row.rule);
    }
    return rules;
}

ProvenanceStep toStep(const ProvenanceLog::Step &step)
{
    ProvenanceStep result;
    result.time = step.time;
    result.fields = step.text.isEmpty() ? QList<SourceField>() : fieldsOf(step.text);
    result.fieldsDropped = step.event && step.text.isEmpty();
    result.event = eventName(step, result.fields);
    result.rules = rulesOf(step);
    if (const AsteriskMapping::Rule *rule = step.endRule ? step.endRule : step.stateRule) {
        result.changesState = true;
        result.stateRule = QString::fromLatin1(rule->id);
    }
    result.state = step.state;
    result.mode = step.mode;
    result.changes = step.changes;
    result.isNew = step.isNew;
    return result;
}

} // namespace

// ---- the log of a call ---------------------------------------------------------------------------------------------

ProvenanceLog::Step &ProvenanceLog::add(Step &&step)
{
    if (m_steps.empty())
        m_steps.reserve(firstSteps);
    if (m_steps.size() >= maxSteps) {
        const auto oldest = m_steps.begin() + firstSteps;
        *m_bytes -= oldest->text.size();
        m_steps.erase(oldest);
        ++m_leftOut;
    }
    *m_bytes += step.text.size();
    return m_steps.emplace_back(std::move(step));
}

void ProvenanceLog::dropTexts()
{
    for (Step &step : m_steps)
        *m_bytes -= std::exchange(step.text, {}).size();
}

Provenance ProvenanceLog::toProvenance() const
{
    Provenance provenance;
    for (const Step &step : m_steps)
        provenance.steps.append(toStep(step));
    provenance.leftOut = m_leftOut;
    provenance.firstSteps = m_leftOut > 0 ? qsizetype(firstSteps) : provenance.steps.size();
    return provenance;
}

// ---- all of them ---------------------------------------------------------------------------------------------------

void ProvenanceKeeper::begin(const AsteriskMapping::Event &event, const Ami::Message &message, Microseconds time)
{
    beginOther(time);
    m_event = &event;
    m_message = &message;
}

void ProvenanceKeeper::beginOther(Microseconds time)
{
    ++m_said;
    m_time = time;
    m_event = nullptr;
    m_message = nullptr;
    m_text = QByteArray();
}

void ProvenanceKeeper::takeUp(const std::shared_ptr<ProvenanceLog> &log)
{
    if (ProvenanceLog::Step *last = log && !m_event ? log->last() : nullptr)
        last->said = m_said;
}

ProvenanceLog::Step &ProvenanceKeeper::step(std::shared_ptr<ProvenanceLog> &log)
{
    if (!log)
        log = create();
    if (ProvenanceLog::Step *last = log->last(); last && last->said == m_said)
        return *last;
    if (m_message && m_text.isEmpty())
        m_text = m_message->toText();
    ProvenanceLog::Step &added = log->add({.said = m_said, .time = m_time, .event = m_event, .text = m_text});
    if (*m_bytes > m_maxBytes)
        makeRoom(log.get());
    return added;
}

std::shared_ptr<ProvenanceLog> ProvenanceKeeper::create()
{
    if (m_logs.size() >= m_tidyAt) {
        std::erase_if(m_logs, [](const auto &log) { return log.expired(); });
        m_tidyAt = std::max<size_t>(firstTidyAt, 2 * m_logs.size());
    }
    auto log = std::make_shared<ProvenanceLog>(m_bytes);
    m_logs.push_back(log);
    return log;
}

// Once round at most.
void ProvenanceKeeper::makeRoom(const ProvenanceLog *except)
{
    const qsizetype enough = m_maxBytes / 10 * 9;
    for (size_t left = m_logs.size(); left > 0 && *m_bytes > enough; --left) {
        if (const auto log = m_logs.front().lock()) {
            if (log.get() != except)
                log->dropTexts();
            m_logs.push_back(log);
        }
        m_logs.pop_front();
    }
}

} // namespace Linescope
