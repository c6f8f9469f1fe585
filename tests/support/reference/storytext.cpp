// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Steps of stories as lines of text.

#include "provider/contractfields.h"
#include "reference/story.h"
#include "tapi/names.h"
#include "world/requestfields.h"

namespace Linescope::Reference {

using namespace Qt::StringLiterals;

namespace {

QString value(bool v) { return v ? u"true"_s : u"false"_s; }
QString value(qint64 v) { return QString::number(v); }
QString value(quint32 v) { return v > 0xffff ? u"0x"_s + QString::number(v, 16) : QString::number(v); }
QString value(const QString &v) { return v.size() > 40 ? u"(%1 characters)"_s.arg(v.size()) : u'"' + v + u'"'; }
QString value(const QByteArray &v) { return u"(%1 bytes)"_s.arg(v.size()); }
QString value(ApiVersion v) { return u"0x"_s + QString::number(quint32(v), 16); }
QString value(FaultKind v) { return QLatin1StringView(toString(v)); }
template<class Tag>
QString value(Id<Tag> v)
{
    return v.isNull() ? u"none"_s : shortName(v);
}
template<class Enum>
requires std::is_enum_v<Enum> QString value(Enum v) { return nameOf(v); }
template<class Enum>
QString value(QFlags<Enum> v)
{
    const QStringList names = namesOf(v);
    return names.isEmpty() ? u"0"_s : names.join(u'|');
}

template<class Struct>
QString fields(const Struct &record);

QString value(const CallParams &params) { return fields(params); }
QString value(const std::shared_ptr<const DeviceInfo> &info) { return fields(*info); }
QString value(const PackedCallInfo &packed)
{
    const CallInfo info = packed.unpack();
    QStringList words;
    for (const CallInfoField &field : callInfoFields()) {
        const QString text = displayText(field, info);
        if (!text.isEmpty())
            words.append(QLatin1StringView(field.name) + u'=' + text);
    }
    return words.join(u' ');
}

template<class Struct>
QString fields(const Struct &record)
{
    QStringList words;
    forEachField<Struct>([&](const auto &field) {
        const QString text = value(record.*(field.member));
        words.append(field.name[0] == 0 ? text : QLatin1StringView(field.name) + u'=' + text);
    });
    return words.join(u' ');
}

} // namespace

QString toText(const Step &step)
{
    return std::visit(Overload{
                          [](const Asks &asks) {
                              return std::visit(
                                  [&](const auto &request) {
                                      return shortName(asks.app) + u' ' + QLatin1StringView(functionName(asks.request))
                                          + u' ' + fields(request);
                                  },
                                  asks.request);
                          },
                          [](const Says &says) {
                              QStringList lines;
                              for (const Report &report : says.reports)
                                  lines.append(std::visit(
                                      [&](const auto &said) {
                                          return QLatin1StringView(reportName(report.index())) + u' ' + fields(said);
                                      },
                                      report));
                              const QString seen = says.commandsSeen == ~quint64(0)
                                  ? QString()
                                  : u" (saw %1)"_s.arg(says.commandsSeen);
                              return shortName(says.provider) + u' ' + lines.join(u"; "_s) + seen;
                          },
                          [](const Dies &dies) { return shortName(dies.provider) + u" dies"_s; },
                          [](const Returns &returns) { return shortName(returns.provider) + u" returns"_s; },
                          [](const IsRemoved &removed) { return shortName(removed.provider) + u" is removed"_s; },
                          [](const Fetches &fetches) {
                              return shortName(fetches.app) + u" fetches %1 messages"_s.arg(fetches.count);
                          },
                          [](const TimePasses &time) { return u"%1 us pass"_s.arg(time.duration); },
                      },
                      step);
}

} // namespace Linescope::Reference
