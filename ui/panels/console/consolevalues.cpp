// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/console/consolevalues.h"

#include "scenario/functionstep.h"
#include "scenario/statusfields.h"
#include "scenario/writer/encoder.h"
#include "tapi/overload.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

using namespace Scenarios;
using Kind = ConsoleArgument::Kind;

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toInteger());
    if (!value.isArray())
        return value.toString();
    return value.toVariant().toStringList().join(u", "_s);
}

template<class Member>
QString memberText(const Encoder &encoder, const Member &member, FieldKind kind)
{
    if constexpr (std::is_same_v<Member, HLine> || std::is_same_v<Member, HCall>) {
        return shortName(member);
    } else if constexpr (std::is_same_v<Member, QStringList>) {
        return member.join(u", "_s);
    } else {
        if constexpr (std::is_same_v<Member, quint32>) {
            if (kind == FieldKind::Device)
                return member == LineMapper ? u"LINEMAPPER"_s : QString::number(quint64(member) + 1);
        }
        return textOf(encoder.value(member));
    }
}

template<class Member>
Kind kindOf(FieldKind kind)
{
    if constexpr (std::is_same_v<Member, HLine>)
        return Kind::Line;
    else if constexpr (std::is_same_v<Member, HCall>)
        return Kind::Call;
    else if constexpr (std::is_same_v<Member, bool>)
        return Kind::YesNo;
    else if constexpr (std::is_same_v<Member, QString>)
        return Kind::Text;
    else if constexpr (std::is_same_v<Member, QByteArray>)
        return Kind::Bytes;
    else if constexpr (std::is_enum_v<Member>)
        return Kind::Constant;
    else if constexpr (std::is_arithmetic_v<Member>)
        return kind == FieldKind::Device ? Kind::Device : Kind::Number;
    else
        return Kind::Flags;
}

template<class Member>
QStringList namesFor()
{
    QStringList names;
    const auto add = [&](const Constants &constants) {
        for (const auto &[name, value] : constants)
            names.append(QString::fromLatin1(name));
    };
    if constexpr (std::is_same_v<Member, ApiVersion>)
        add(versionConstants());
    else if constexpr (std::is_enum_v<Member>)
        add(constantsOf<Member>());
    else if constexpr (requires { typename Member::enum_type; })
        add(constantsOf<typename Member::enum_type>());
    return names;
}

// "H42" is 0x4000002A; what is no short name stays.
template<class Id>
QString literalOf(const QString &text)
{
    static const QRegularExpression form(u"\\A[A-Z]([0-9]{1,9})\\z"_s);
    const auto match = form.match(text);
    const bool isName = match.hasMatch() && shortName(Id{1}).at(0) == text.at(0);
    return isName ? literal(Id{match.captured(1).toUInt()}.handle()) : text;
}

template<class Member>
QJsonValue jsonOf(const QString &text)
{
    const QString word = text.trimmed();
    if constexpr (std::is_same_v<Member, HLine> || std::is_same_v<Member, HCall>) {
        return literalOf<Member>(word);
    } else if constexpr (std::is_same_v<Member, bool>) {
        return word == "true"_L1 ? QJsonValue(true) : word == "false"_L1 ? QJsonValue(false) : QJsonValue(word);
    } else if constexpr (std::is_same_v<Member, QString>) {
        return text;
    } else if constexpr (requires { typename Member::enum_type; }) {
        static const QRegularExpression separator(u"[\\s,|]+"_s);
        return QJsonArray::fromStringList(word.split(separator, Qt::SkipEmptyParts));
    } else {
        return word;
    }
}

} // namespace

QList<ConsoleArgument> argumentsOf(const QString &function)
{
    QList<ConsoleArgument> arguments;
    const SessionNames names;
    const Encoder encoder(names);
    withFunction(function, [&](const Request &request, FunctionKind) {
        std::visit(
            [&](const auto &r) {
                using R = std::remove_cvref_t<decltype(r)>;
                forEachMember<R>(r, [&](const QString &key, FieldKind kind, const auto &member) {
                    using Member = std::remove_cvref_t<decltype(member)>;
                    arguments.append(
                        {key, kindOf<Member>(kind), namesFor<Member>(), memberText(encoder, member, kind)});
                });
            },
            request);
    });
    return arguments;
}

tl::expected<Request, QString> requestOf(const QString &function, const ConsoleTexts &texts)
{
    const Names names;
    Decoder decoder(names);
    Request made;
    const bool known = withFunction(function, [&](const Request &request, FunctionKind) { made = request; });
    if (!known)
        return tl::unexpected(Decoder::tr("\"%1\" is not a function that is known here.").arg(function.left(60)));
    std::visit(
        [&](auto &r) {
            using R = std::remove_cvref_t<decltype(r)>;
            forEachMember<R>(r, [&](const QString &key, FieldKind kind, auto &member) {
                if (texts.contains(key))
                    readMember(decoder, key, jsonOf<std::remove_cvref_t<decltype(member)>>(texts.value(key)), kind,
                               member);
            });
        },
        made);
    if (!decoder.ok())
        return tl::unexpected(u"%1: %2"_s.arg(decoder.problems.constFirst().key, decoder.problems.constFirst().text));
    return made;
}

ConsoleTexts textsOf(const Request &request)
{
    ConsoleTexts texts;
    const SessionNames names;
    const Encoder encoder(names);
    std::visit(
        [&](const auto &r) {
            using R = std::remove_cvref_t<decltype(r)>;
            forEachMember<R>(r, [&](const QString &key, FieldKind kind, const auto &member) {
                texts.insert(key, memberText(encoder, member, kind));
            });
        },
        request);
    return texts;
}

QString callText(const Request &request)
{
    const QString function = QString::fromLatin1(functionName(request));
    const ConsoleTexts texts = textsOf(request);
    QStringList parts;
    for (const ConsoleArgument &argument : argumentsOf(function)) {
        const QString text = texts.value(argument.key);
        if (text != argument.byDefault)
            parts.append(argument.key + u": "_s + text);
    }
    return u"%1(%2)"_s.arg(function, parts.join(u", "_s));
}

std::optional<HLineApp> appFrom(const QString &text)
{
    const QString word = literalOf<HLineApp>(text.trimmed().section(u' ', 0, 0));
    bool isNumber = word.isEmpty();
    const quint32 number = word.startsWith("0x"_L1) ? word.mid(2).toUInt(&isNumber, 16) : 0;
    return isNumber ? std::optional(HLineApp::fromHandle(number)) : std::nullopt;
}

namespace {

template<class Record>
QString recordText(const Record &record)
{
    const SessionNames names;
    const Encoder encoder(names);
    QStringList lines;
    forEachMember<Record>(record, [&](const QString &key, FieldKind kind, const auto &member) {
        lines.append(key + u": "_s + memberText(encoder, member, kind));
    });
    return lines.join(u'\n');
}

} // namespace

QString valueText(const Outcome &outcome)
{
    return std::visit(Overload{
                          [](std::monostate) { return QString(); },
                          [](ApiVersion version) { return toString(version); },
                          [](const PendingCall &made) { return shortName(made.request) + u' ' + shortName(made.call); },
                          [](const PendingConference &made) {
                              return QStringList{shortName(made.request), shortName(made.conference),
                                                 shortName(made.consultCall)}
                                  .join(u' ');
                          },
                          [](const CallInfo &info) {
                              QStringList lines;
                              for (const CallInfoField &field : callInfoFields()) {
                                  const QString text = displayText(field, info);
                                  if (!text.isEmpty())
                                      lines.append(QLatin1StringView(field.name) + u": "_s + text);
                              }
                              return lines.join(u'\n');
                          },
                          [](const QList<HCall> &calls) {
                              QStringList names;
                              for (const HCall call : calls)
                                  names.append(shortName(call));
                              return names.join(u", "_s);
                          },
                          [](const CallStatus &status) { return recordText(status); },
                          [](const LineDevStatus &status) { return recordText(status); },
                          [](const AddressStatus &status) { return recordText(status); },
                          [](const auto &id) { return shortName(id); },
                      },
                      outcome.value);
}

} // namespace Linescope
