// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenario/decoder.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Linescope::Scenarios {

namespace {

constexpr Microseconds longestWait = 24 * 3600_s;

template<class Id>
bool take(std::optional<Id> found, Id &out)
{
    if (found)
        out = *found;
    return found.has_value();
}

} // namespace

QString scenarioKey(const char *name)
{
    const auto key = QLatin1StringView(name);
    if (!key.startsWith("driver"_L1))
        return key;
    return QChar(key.at(6)).toLower() + key.mid(7);
}

bool Decoder::complain(const QString &key, const QString &text)
{
    if (problems.size() < maxProblems)
        problems.append({key, text});
    return false;
}

bool Decoder::complain(const QString &key, const QString &text, const QString &word, const QStringList &candidates)
{
    if (problems.size() >= maxProblems) // a suggestion costs time
        return false;
    const QString near = nearest(word, candidates);
    if (!near.isEmpty())
        return complain(key, text + u' ' + tr("Did you mean \"%1\"?").arg(near));
    if (candidates.isEmpty() || candidates.size() > 24)
        return complain(key, text);
    return complain(key, text + u' ' + tr("It can be: %1.").arg(candidates.join(u", "_s)));
}

void Decoder::allowOnly(const QJsonObject &object, const QStringList &keys)
{
    for (const QString &key : object.keys()) {
        if (!keys.contains(key))
            complain(key, tr("This key is not known here."), key, keys);
    }
}

QString Decoder::quoted(const QJsonValue &value)
{
    if (value.isString()) {
        const QString text = value.toString();
        return u'"' + (text.size() > 60 ? text.left(60) + u'…' : text) + u'"';
    }
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 17);
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    return value.isNull() ? u"null"_s : value.isArray() ? u"[...]"_s : u"{...}"_s;
}

bool Decoder::isLiteral(const QJsonValue &value, quint32 &out) const
{
    if (value.isNull()) {
        out = 0;
        return true;
    }
    const QString text = value.toString();
    if (!value.isString() || (!text.isEmpty() && !text.startsWith("0x"_L1)))
        return false;
    bool isNumber = true;
    out = text.isEmpty() ? 0 : text.mid(2).toUInt(&isNumber, 16);
    return isNumber;
}

// A string of digits will do: that is what "$i" becomes.
bool Decoder::readUnsigned(const QString &key, const QJsonValue &value, quint64 most, quint64 &out)
{
    bool isNumber = value.isDouble();
    quint64 number = 0;
    if (value.isString()) {
        const QString text = value.toString();
        number = text.startsWith("0x"_L1) ? text.mid(2).toULongLong(&isNumber, 16) : text.toULongLong(&isNumber);
    } else if (isNumber) {
        const double d = value.toDouble();
        isNumber = d >= 0 && d <= double(most) && d == std::floor(d);
        number = isNumber ? quint64(d) : 0;
    }
    if (!isNumber || number > most)
        return complain(key, tr("%1 is not a number from 0 to %2.").arg(quoted(value)).arg(most));
    out = number;
    return true;
}

bool Decoder::read(const QString &key, const QJsonValue &value, bool &out)
{
    if (!value.isBool())
        return complain(key, tr("%1 is neither true nor false.").arg(quoted(value)));
    out = value.toBool();
    return true;
}

bool Decoder::read(const QString &key, const QJsonValue &value, quint32 &out)
{
    quint64 number = 0;
    if (!readUnsigned(key, value, 0xffffffff, number))
        return false;
    out = quint32(number);
    return true;
}

bool Decoder::read(const QString &key, const QJsonValue &value, qint64 &out)
{
    quint64 number = 0;
    if (!readUnsigned(key, value, quint64(1) << 53, number))
        return false;
    out = qint64(number);
    return true;
}

bool Decoder::readCount(const QString &key, const QJsonValue &value, quint64 &out)
{
    return readUnsigned(key, value, quint64(1) << 53, out);
}

bool Decoder::readChance(const QString &key, const QJsonValue &value, double &out)
{
    const double chance = value.toDouble();
    if (chance <= 0 || chance > 1)
        return complain(key, tr("%1 is not a chance: more than 0 and at most 1.").arg(quoted(value)));
    out = chance;
    return true;
}

bool Decoder::read(const QString &key, const QJsonValue &value, QString &out)
{
    if (!value.isString())
        return complain(key, tr("%1 is not a text.").arg(quoted(value)));
    out = value.toString();
    return true;
}

bool Decoder::read(const QString &key, const QJsonValue &value, QByteArray &out)
{
    static const QRegularExpression hex(u"\\A([0-9A-Fa-f]{2})*\\z"_s);
    if (!value.isString() || !hex.match(value.toString()).hasMatch())
        return complain(key, tr("%1 is not bytes: two hexadecimal digits for each, \"0A1B\".").arg(quoted(value)));
    out = QByteArray::fromHex(value.toString().toLatin1());
    return true;
}

bool Decoder::readName(const QString &key, const QJsonValue &value, QString &out)
{
    if (!read(key, value, out))
        return false;
    if (out.isEmpty() || out.startsWith("0x"_L1) || out == "none"_L1 || out == "unknown"_L1)
        return complain(key, tr("%1 is not a name.").arg(quoted(value)));
    return true;
}

bool Decoder::read(const QString &key, const QJsonValue &value, HLine &out)
{
    quint32 literal = 0;
    if (isLiteral(value, literal)) {
        out = HLine::fromHandle(literal);
        return true;
    }
    if (value.isString() && take(names.line(value.toString()), out))
        return true;
    return complain(key, tr("%1 is not the name of an open line.").arg(quoted(value)), value.toString(),
                    names.known(Names::Kind::Line));
}

bool Decoder::read(const QString &key, const QJsonValue &value, HCall &out)
{
    quint32 literal = 0;
    if (isLiteral(value, literal)) {
        out = HCall::fromHandle(literal);
        return true;
    }
    CallName name;
    if (!readCall(key, value, name))
        return false;
    out = name.handle;
    return true;
}

bool Decoder::readCall(const QString &key, const QJsonValue &value, CallName &out)
{
    if (value.toString() == "none"_L1 || value.isNull()) {
        out = {};
        return true;
    }
    if (value.isString() && take(names.call(value.toString()), out))
        return true;
    return complain(key, tr("%1 is not the name of a call.").arg(quoted(value)), value.toString(),
                    names.known(Names::Kind::Call));
}

bool Decoder::read(const QString &key, const QJsonValue &value, DriverCall &out)
{
    constexpr DriverCall neverAnnounced{0x0fffffff};
    if (value.toString() == "unknown"_L1) {
        out = neverAnnounced;
        return true;
    }
    CallName name;
    if (!readCall(key, value, name))
        return false;
    out = names.driverOf(name);
    return true;
}

bool Decoder::read(const QString &key, const QJsonValue &value, RequestId &out)
{
    quint32 literal = 0;
    if (isLiteral(value, literal)) {
        out = {literal};
        return true;
    }
    if (value.isString() && take(names.request(value.toString()), out))
        return true;
    return complain(key, tr("%1 is not the name of a request.").arg(quoted(value)), value.toString(),
                    names.known(Names::Kind::Request));
}

bool Decoder::readDevice(const QString &key, const QJsonValue &value, quint32 &out)
{
    if (value.toString() == "LINEMAPPER"_L1) {
        out = LineMapper;
        return true;
    }
    quint64 number = 0;
    if (!readUnsigned(key, value, 0xfffffffe, number))
        return false;
    if (number == 0)
        return complain(key, tr("Lines are counted from 1."));
    out = quint32(number - 1);
    return true;
}

bool Decoder::read(const QString &key, const QJsonValue &value, DriverLine &out)
{
    quint64 number = 0;
    if (!readUnsigned(key, value, 0x0fffff00, number))
        return false;
    if (number == 0)
        return complain(key, tr("Lines are counted from 1."));
    out = {quint32(number)};
    return true;
}

bool Decoder::readDigit(const QString &key, const QJsonValue &value, quint32 &out)
{
    const QString text = value.toString();
    if (text.size() != 1 || text.at(0).unicode() > 0x7e || text.at(0).unicode() < 0x20)
        return complain(key, tr("%1 is not one digit.").arg(quoted(value)));
    out = text.at(0).unicode();
    return true;
}

bool Decoder::readDuration(const QString &key, const QJsonValue &value, Microseconds &out)
{
    static const QRegularExpression form(u"\\A([0-9]{1,9})(us|ms|s|m|h)\\z"_s);
    const auto match = form.match(value.toString());
    static const QHash<QString, Microseconds> units{
        {u"us"_s, 1}, {u"ms"_s, 1_ms}, {u"s"_s, 1_s}, {u"m"_s, 60_s}, {u"h"_s, 3600_s}};
    const Microseconds unit = units.value(match.captured(2));
    const qint64 count = match.captured(1).toLongLong();
    if (!match.hasMatch() || count > longestWait / unit)
        return complain(key, tr("%1 is not a duration. Write 250ms, 30s, 5m or 1h; at most 24h.").arg(quoted(value)));
    out = count * unit;
    return true;
}

} // namespace Linescope::Scenarios
