// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/trace.h"

#include "journal/eventjson.h"
#include "journal/journalreader.h"

#include <QBuffer>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

constexpr qsizetype largest = 64 * 1024 * 1024; // bytes of a file
constexpr QByteArrayView firstLine = "# linescope trace/1";

bool isOneOf(const QString &key, std::initializer_list<QLatin1StringView> keys)
{
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

// What differs from run to run by nature.
bool isPassing(const QString &key) { return isOneOf(key, {"seq"_L1, "t"_L1, "event"_L1, "evidence"_L1, "pid"_L1}); }
bool isTime(const QString &key) { return isOneOf(key, {"retainedFor"_L1, "duration"_L1}); }
bool isBytes(const QString &key) { return key == "bytes"_L1; }
bool isProviderName(const QString &key, const QString &event)
{
    if (isOneOf(key,
                {"providerRef"_L1, "group"_L1, "channel"_L1, "callId"_L1, "relatedCall"_L1, "driverCall"_L1,
                 "driverLine"_L1, "trunk"_L1}))
        return true;
    return key == "name"_L1 && isOneOf(event, {"providerState"_L1, "deviceAdded"_L1});
}

// What people and providers say: never an id, even if it looks like one.
bool isFreeText(const QString &key)
{
    return isOneOf(key,
                   {"name"_L1,
                    "text"_L1,
                    "friendlyAppName"_L1,
                    "module"_L1,
                    "address"_L1,
                    "callerId"_L1,
                    "callerName"_L1,
                    "calledId"_L1,
                    "calledName"_L1,
                    "connectedId"_L1,
                    "connectedName"_L1,
                    "redirectionId"_L1,
                    "redirectionName"_L1,
                    "redirectingId"_L1,
                    "redirectingName"_L1,
                    "digits"_L1,
                    "digit"_L1,
                    "comment"_L1,
                    "displayableAddress"_L1,
                    "calledParty"_L1,
                    "fileName"_L1,
                    "groupId"_L1,
                    "parkAddress"_L1,
                    "appName"_L1,
                    "userUserInfo"_L1,
                    "callData"_L1,
                    "devSpecific"_L1});
}

bool isId(const QString &text)
{
    return text.size() > 1 && text.size() < 12 && "ADLCHRPdl"_L1.contains(text.at(0))
        && std::all_of(text.begin() + 1, text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

QString quoted(QString text)
{
    text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u"\\n"_s).replace(u'\r', u"\\r"_s);
    return text.isEmpty() || text.contains(u' ') || text.contains(u'"') ? u'"' + text + u'"' : text;
}

} // namespace

QString TraceMaker::renamed(const QString &id)
{
    QString &name = m_names[id];
    if (name.isEmpty())
        name = id.at(0) + QString::number(++m_counts[id.at(0)]);
    return name;
}

QString TraceMaker::textOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isBool())
        return value.toBool() ? u"yes"_s : u"no"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    QStringList parts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array)
        parts.append(textOf(one));
    return u'[' + parts.join(u',') + u']';
}

void TraceMaker::addWords(QStringList &words, const QString &kind, const QJsonObject &json)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        const QString key = it.key();
        if (isPassing(key) || (isTime(key) && !m_options.times) || (isBytes(key) && !m_options.bytes)
            || (isProviderName(key, kind) && !m_options.names))
            continue;
        if (it.value().isObject()) { // the arguments of a request
            addWords(words, kind, it.value().toObject());
            continue;
        }
        const QString text = textOf(it.value());
        words.append(key + u'=' + (!isFreeText(key) && isId(text) ? renamed(text) : quoted(text)));
    }
}

void TraceMaker::add(const Event &event)
{
    if (m_start < 0)
        m_start = event.time;
    if (std::holds_alternative<Events::ReportReceived>(event.payload) && !m_options.reports)
        return;
    // A provider's health comes and goes when it likes.
    if (std::holds_alternative<Events::ProviderState>(event.payload) && !m_options.names)
        return;
    if (std::holds_alternative<Events::CallBytes>(event.payload) && !m_options.bytes)
        return;
    const QString kind = QString::fromLatin1(eventName(event.payload));
    const QJsonObject json = toJson(event);
    QStringList words{kind};
    if (m_options.times)
        words.append(u"t="_s + QString::number(event.time - m_start));
    addWords(words, kind, json);
    m_trace.append({kind, words.join(u' ')});
}

Trace traceOf(const EventBatch &journal, const TraceOptions &options)
{
    TraceMaker maker(options);
    maker.add(journal);
    return maker.take();
}

// ---- kept traces ----

QByteArray toText(const Trace &trace)
{
    QByteArray text = firstLine.toByteArray() + '\n';
    for (const TraceRow &row : trace)
        text += row.text.toUtf8() + '\n';
    return text;
}

namespace {

Trace keptTrace(const QList<QByteArrayView> &lines)
{
    Trace trace;
    for (const QByteArrayView line : lines) {
        const QString text = QString::fromUtf8(line).trimmed();
        if (!text.isEmpty() && !text.startsWith(u'#'))
            trace.append({text.section(u' ', 0, 0), text});
    }
    return trace;
}

QList<QByteArrayView> linesOf(const QByteArray &bytes)
{
    QList<QByteArrayView> lines;
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype end = bytes.indexOf('\n', at);
        const qsizetype next = end < 0 ? bytes.size() : end;
        lines.append(QByteArrayView(bytes).sliced(at, next - at));
        at = next + 1;
    }
    return lines;
}

tl::expected<Trace, QString> journalTrace(const QByteArray &bytes, const TraceOptions &options)
{
    QBuffer buffer;
    buffer.setData(bytes);
    buffer.open(QIODevice::ReadOnly);
    JournalReader reader(&buffer);
    const auto failed = [](const QString &why) {
        return tl::unexpected(TraceError::tr("The journal cannot be read: %1").arg(why));
    };
    if (const auto header = reader.readHeader(); !header)
        return failed(header.error());
    TraceMaker maker(options);
    while (true) {
        const auto event = reader.next();
        if (!event)
            return failed(event.error());
        if (!*event)
            return maker.take();
        maker.add(**event);
    }
}

} // namespace

tl::expected<Trace, QString> readTrace(const QByteArray &bytes, const TraceOptions &options)
{
    if (bytes.size() > largest)
        return tl::unexpected(TraceError::tr("The file is larger than %1 MiB.").arg(largest >> 20));
    const QList<QByteArrayView> lines = linesOf(bytes);
    const QByteArrayView head = lines.isEmpty() ? QByteArrayView() : lines.constFirst().trimmed();
    if (head == firstLine)
        return keptTrace(lines);
    if (head.startsWith('{'))
        return journalTrace(bytes, options);
    return tl::unexpected(TraceError::tr("This is neither a kept trace nor a journal."));
}

tl::expected<Trace, QString> readTraceFile(const QString &path, const TraceOptions &options)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(TraceError::tr("The file cannot be read: %1").arg(file.errorString()));
    return readTrace(file.read(largest + 1), options);
}

} // namespace Linescope::Scenarios
