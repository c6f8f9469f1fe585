// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provenancelog.h"

#include "tapi/names.h"

#include <algorithm>
#include <cctype>

namespace Linescope {

namespace {

// What stands where a number or a name could.
bool isNobody(QByteArrayView value)
{
    return value.isEmpty() || value == QByteArrayView("<unknown>")
        || (value.size() == 1 && std::isalpha(uchar(value[0])));
}

SourceField::Kind kindOf(const QByteArray &name, QByteArrayView value)
{
    const QByteArray key = name.toLower(); // compared without case, as Asterisk does it
    const auto endsWithAny = [&key](std::initializer_list<const char *> ends) {
        return std::any_of(ends.begin(), ends.end(), [&key](const char *end) { return key.endsWith(end); });
    };
    if (endsWithAny({"calleridnum", "connectedlinenum", "exten", "dnid", "extension", "digit", "dialstring"}))
        return isNobody(value) ? SourceField::Kind::Id : SourceField::Kind::Number;
    if (endsWithAny({"calleridname", "connectedlinename", "membername", "agentname"}))
        return isNobody(value) ? SourceField::Kind::Id : SourceField::Kind::Person;
    if (endsWithAny({"uniqueid", "linkedid", "bridgeid", "channelstate", "channelstatedesc", "priority", "cause",
                     "event", "timestamp"}))
        return SourceField::Kind::Id;
    return SourceField::Kind::Text;
}

QList<SourceField> fieldsOf(const QByteArray &text)
{
    constexpr qsizetype most = 200; // no event of a call has half as many
    QList<SourceField> fields;
    for (const QByteArray &line : text.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.first(std::max<qsizetype>(colon, 0));
        const QByteArray value = line.sliced(colon + 1).trimmed();
        if (!name.isEmpty() || !value.isEmpty())
            fields.append({QString::fromUtf8(name), QString::fromUtf8(value), kindOf(name, value)});
        if (fields.size() >= most)
            break;
    }
    return fields;
}

QString eventName(const ProvenanceLog::Step &step, const QList<SourceField> &fields)
{
    if (!step.event)
        return {};
    const auto named = std::find_if(fields.begin(), fields.end(), [](const SourceField &field) {
        return field.name.compare(QLatin1String("Event"), Qt::CaseInsensitive) == 0;
    });
    if (named != fields.end() && !named->value.isEmpty())
        return named->value;
    return step.event->name[0] == '\0' ? QStringLiteral("…") : QString::fromLatin1(step.event->name);
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

ProvenanceStep toStep(const ProvenanceLog::Step &step, const QByteArray &text)
{
    ProvenanceStep result;
    result.time = step.time;
    result.fields = fieldsOf(text);
    result.fieldsDropped = step.event && text.isEmpty();
    result.event = eventName(step, result.fields);
    result.rules = rulesOf(step);
    if (const AsteriskMapping::Rule *rule = step.endRule ? step.endRule : step.stateRule) {
        result.changesState = true;
        result.stateRule = QString::fromLatin1(rule->id);
    }
    result.state = step.state;
    result.mode = step.mode;
    result.inService = step.inService;
    result.changes = step.changes;
    result.isNew = step.isNew;
    result.isEnd = step.endRule;
    return result;
}

} // namespace

// ---- what was said
// ---------------------------------------------------------------------------------------------------

SaidTexts::Place SaidTexts::put(QByteArrayView text)
{
    const qsizetype length = std::min(text.size(), chunkBytes);
    if (m_end % chunkSize + quint64(length) > chunkSize)
        m_end += chunkSize - m_end % chunkSize; // in one piece, or not at all
    const quint64 chunk = m_end / chunkSize % m_capacity;
    if (chunk >= m_chunks.size())
        m_chunks.push_back(std::make_unique_for_overwrite<char[]>(chunkSize));
    const Place place{m_end, quint32(length)};
    std::copy_n(text.data(), length, m_chunks[chunk].get() + m_end % chunkSize);
    m_end += quint64(length);
    return place;
}

QByteArray SaidTexts::text(const Place &place) const
{
    const quint64 chunk = place.at / chunkSize, newest = (m_end - std::min<quint64>(m_end, 1)) / chunkSize;
    if (place.length == 0 || chunk + m_capacity <= newest)
        return {};
    return {m_chunks[chunk % m_capacity].get() + place.at % chunkSize, qsizetype(place.length)};
}

// ---- the log of a call ---------------------------------------------------------------------------------------------

ProvenanceLog::Step &ProvenanceLog::add(quint32 said, const Step &step)
{
    m_said = said;
    if (m_steps.size() >= maxSteps) {
        m_steps.erase(m_steps.begin() + firstSteps);
        ++m_leftOut;
    }
    if (m_steps.capacity() == 0)
        m_steps.reserve(usualSteps);
    m_steps.push_back(step);
    return m_steps.back();
}

Provenance ProvenanceLog::toProvenance(const SaidTexts &texts) const
{
    Provenance provenance;
    for (const Step &step : m_steps)
        provenance.steps.append(toStep(step, texts.text({step.textAt, step.textLength})));
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
    m_place = {};
}

void ProvenanceKeeper::takeUp(const std::shared_ptr<ProvenanceLog> &log)
{
    if (log && !m_event)
        log->continueWith(m_said);
}

ProvenanceLog::Step &ProvenanceKeeper::step(std::shared_ptr<ProvenanceLog> &log)
{
    if (!log)
        log = std::make_shared<ProvenanceLog>();
    return log->step(m_said, [this] { return newStep(); });
}

ProvenanceLog::Step ProvenanceKeeper::newStep()
{
    if (m_message && m_place.length == 0)
        m_place = m_texts.put(m_message->bytes());
    return {.time = m_time, .event = m_event, .textAt = m_place.at, .textLength = m_place.length};
}

} // namespace Linescope
