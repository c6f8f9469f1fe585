// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amiaction.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

using namespace Qt::StringLiterals;

namespace Linescope::Ami {

namespace {

// A header has to be on the list of its action. That closes the doors beside the front door: Status evaluates dialplan
// functions, SHELL() among them, that it finds in Variables, and Originate runs what Application and Data say.
struct Permission {
    QByteArrayView action;
    bool control = false;
    QByteArrayView
        writeClass;   // of those that open it for an account, the one that opens least beside; none needed: empty
    int required = 0; // so many of the keys have to be there, from the first one on
    std::array<QByteArrayView, 8> keys;
};

constexpr bool reads = false;
constexpr bool controls = true;

const std::span<const Permission> permissions()
{
    static const Permission table[] = {
        {"Login", reads, {}, 0, {"Username", "Secret", "AuthType", "Key", "Events"}},
        {"Challenge", reads, {}, 0, {"AuthType"}},
        {"Logoff", reads, {}, 0, {}},
        {"Ping", reads, {}, 0, {}},
        {"Events", reads, {}, 0, {"EventMask"}},
        {"ListCommands", reads, {}, 0, {}},
        {"CoreSettings", reads, "reporting", 0, {}},
        {"CoreStatus", reads, "reporting", 0, {}},
        {"CoreShowChannels", reads, "reporting", 0, {}},
        {"Status", reads, "reporting", 0, {"Channel"}},
        {"BridgeList", reads, {}, 0, {"BridgeType"}},
        {"BridgeInfo", reads, {}, 0, {"BridgeUniqueid"}},
        {"DeviceStateList", reads, "reporting", 0, {}},
        {"ExtensionStateList", reads, "reporting", 0, {}},
        {"PJSIPShowEndpoints", reads, "system", 0, {}},
        {"PJSIPShowEndpoint", reads, "system", 0, {"Endpoint"}},
        {"PJSIPShowContacts", reads, "system", 0, {}},
        {"ParkedCalls", reads, "call", 0, {"ParkingLot"}},
        {"Parkinglots", reads, "call", 0, {}},
        {"QueueStatus", reads, {}, 0, {"Queue", "Member"}},
        {"ConfbridgeList", reads, "reporting", 0, {"Conference"}},
        {"ConfbridgeListRooms", reads, "reporting", 0, {}},
        {"Originate",
         controls,
         "originate",
         3,
         {"Channel", "Context", "Exten", "Priority", "CallerID", "Timeout", "Async", "ChannelId"}},
        {"Hangup", controls, "call", 1, {"Channel", "Cause"}},
        {"BlindTransfer", controls, "call", 3, {"Channel", "Context", "Exten"}},
        {"Redirect", controls, "call", 4, {"Channel", "Context", "Exten", "Priority"}},
        {"Atxfer", controls, "call", 3, {"Channel", "Context", "Exten"}},
        {"CancelAtxfer", controls, "call", 1, {"Channel"}},
        {"Park", controls, "call", 1, {"Channel", "TimeoutChannel"}},
        {"PlayDTMF", controls, "call", 2, {"Channel", "Digit", "Duration"}},
        {"ConfbridgeKick", controls, "call", 2, {"Conference", "Channel"}},
        {"PJSIPNotify", controls, "system", 2, {"Endpoint", "Variable"}},
    };
    return table;
}

bool same(QByteArrayView a, QByteArrayView b) { return a.compare(b, Qt::CaseInsensitive) == 0; }

const Permission *permissionOf(QByteArrayView action)
{
    const auto table = permissions();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [action](const Permission &p) { return same(p.action, action); });
    return found == table.end() ? nullptr : &*found;
}

bool allows(const Permission &permission, QByteArrayView key)
{
    return !key.isEmpty()
        && std::any_of(permission.keys.begin(), permission.keys.end(), [key](auto k) { return same(k, key); });
}

// C0, DEL, and C1 in its UTF-8 form.
bool hasControlCharacter(QByteArrayView value)
{
    for (qsizetype i = 0; i < value.size(); ++i) {
        const auto byte = uchar(value[i]);
        if (byte < 0x20 || byte == 0x7f)
            return true;
        if (byte == 0xc2 && i + 1 < value.size() && uchar(value[i + 1]) >= 0x80 && uchar(value[i + 1]) < 0xa0)
            return true;
    }
    return false;
}

bool isNameCharacter(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '-'
        || c == '.';
}

bool isName(QByteArrayView text) { return !text.isEmpty() && std::all_of(text.begin(), text.end(), isNameCharacter); }

// "PJSIP/6001-00000012": a technology, then what it likes. A leading "/" would make Hangup take the rest for a regular
// expression and hang up every channel that matches; "," and "&" would give Originate options or more devices.
bool isChannelName(QByteArrayView text)
{
    const qsizetype slash = text.indexOf('/');
    return slash > 0 && slash + 1 < text.size() && isName(text.first(slash))
        && std::all_of(text.begin() + slash + 1, text.end(),
                       [](char c) { return isNameCharacter(c) || QByteArrayView("/@;:+*#").contains(c); });
}

bool isNumber(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 9
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// What the values of a control action must look like, beyond being free of control characters.
bool isSound(QByteArrayView key, QByteArrayView value)
{
    if (same(key, "Channel") || same(key, "TimeoutChannel"))
        return isChannelName(value);
    if (same(key, "Context") || same(key, "ChannelId") || same(key, "Conference") || same(key, "Endpoint"))
        return isName(value);
    if (same(key, "Digit"))
        return value.size() == 1 && isDialable(QString::fromLatin1(value));
    if (same(key, "Variable")) // of a NOTIFY; anywhere else it is on no list
        return value == "Event=talk" || value == "Event=hold";
    if (same(key, "Exten"))
        return isDialable(QString::fromUtf8(value));
    if (same(key, "Priority") || same(key, "Timeout") || same(key, "Cause") || same(key, "Duration"))
        return isNumber(value);
    return true;
}

bool has(const Action &action, QByteArrayView key)
{
    const auto &fields = action.fields();
    return std::any_of(fields.begin(), fields.end(), [key](const auto &field) { return same(field.first, key); });
}

} // namespace

Action &Action::add(QByteArrayView key, QByteArrayView value)
{
    m_fields.emplace_back(key.toByteArray(), value.toByteArray());
    return *this;
}

Action Action::originate(const Originate &call)
{
    Action action("Originate");
    action.add("Channel", call.device).add("Context", call.context).add("Exten", call.exten).add("Priority", "1");
    if (!call.callerId.isEmpty())
        action.add("CallerID", call.callerId);
    return action.add("Timeout", QByteArray::number(call.timeout)).add("Async", "true");
}

Action Action::hangup(QByteArrayView channel, int cause)
{
    return Action("Hangup").add("Channel", channel).add("Cause", QByteArray::number(cause));
}

Action Action::blindTransfer(QByteArrayView channel, const Destination &to)
{
    return Action("BlindTransfer").add("Channel", channel).add("Context", to.context).add("Exten", to.exten);
}

Action Action::redirect(QByteArrayView channel, const Destination &to)
{
    Action action("Redirect");
    return action.add("Channel", channel).add("Context", to.context).add("Exten", to.exten).add("Priority", "1");
}

Action Action::atxfer(QByteArrayView channel, const Destination &to)
{
    return Action("Atxfer").add("Channel", channel).add("Context", to.context).add("Exten", to.exten);
}

Action Action::cancelAtxfer(QByteArrayView channel) { return Action("CancelAtxfer").add("Channel", channel); }

Action Action::park(QByteArrayView channel, QByteArrayView announced)
{
    return Action("Park").add("Channel", channel).add("TimeoutChannel", announced);
}

Action Action::playDtmf(QByteArrayView channel, char digit, quint32 duration)
{
    Action action("PlayDTMF");
    action.add("Channel", channel).add("Digit", QByteArrayView(&digit, 1));
    return action.add("Duration", QByteArray::number(duration));
}

Action Action::confbridgeKick(QByteArrayView conference, QByteArrayView channel)
{
    return Action("ConfbridgeKick").add("Conference", conference).add("Channel", channel);
}

Action Action::pjsipNotify(QByteArrayView endpoint, QByteArrayView event)
{
    return Action("PJSIPNotify").add("Endpoint", endpoint).add("Variable", "Event=" + event.toByteArray());
}

tl::expected<QByteArray, QString> Action::encode(QByteArrayView actionId) const
{
    const auto refuse = [](const QString &text) { return tl::unexpected<QString>(text); };
    const Permission *const permission = permissionOf(m_name);
    if (!permission)
        return refuse(tr("Linescope never sends this action to Asterisk."));
    if (!isName(actionId))
        return refuse(tr("The ActionID is not a name."));
    if (m_fields.size() + 2 > maxHeaders)
        return refuse(tr("The action has more than %1 lines.").arg(maxHeaders));
    const auto *const keys = permission->keys.begin();
    if (!std::all_of(keys, keys + permission->required, [this](auto key) { return has(*this, key); }))
        return refuse(tr("The action does not say what it is about."));

    QByteArray bytes = "Action: " + permission->action.toByteArray() + "\r\nActionID: " + actionId.toByteArray()
        + "\r\n";
    if (bytes.size() > maxLine)
        return refuse(tr("The ActionID is too long."));
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        const auto &[key, value] = m_fields[i];
        if (!allows(*permission, key))
            return refuse(tr("Linescope never sends this header with %1.").arg(QLatin1StringView(permission->action)));
        if (std::any_of(m_fields.begin(), m_fields.begin() + i, [&k = key](auto &f) { return same(f.first, k); }))
            return refuse(tr("The header %1 is there twice.").arg(QLatin1StringView(key)));
        if (hasControlCharacter(value))
            return refuse(tr("The value of %1 contains a control character.").arg(QLatin1StringView(key)));
        if (permission->control && !isSound(key, value))
            return refuse(
                tr("The value of %1 contains characters that are not sent to Asterisk.").arg(QLatin1StringView(key)));
        if (key.size() + value.size() + 4 > maxLine)
            return refuse(tr("The value of %1 is longer than Asterisk reads.").arg(QLatin1StringView(key)));
        bytes += key + ": " + value + "\r\n";
    }
    return bytes + "\r\n";
}

bool isReadOnly(QByteArrayView action)
{
    const Permission *const permission = permissionOf(action);
    return permission && !permission->control;
}

bool isControl(QByteArrayView action)
{
    const Permission *const permission = permissionOf(action);
    return permission && permission->control;
}

QList<QByteArrayView> controlActions()
{
    QList<QByteArrayView> actions;
    for (const Permission &permission : permissions()) {
        if (permission.control)
            actions += permission.action;
    }
    return actions;
}

// It names what the account may use, and nothing else; ListCommands itself is everybody's.
std::optional<QSet<QByteArray>> permittedActions(const Message &answer)
{
    QSet<QByteArray> permitted;
    for (const auto &[key, value] : answer.headers())
        permitted.insert(key.toByteArray());
    return permitted.contains("ListCommands") ? std::optional(permitted) : std::nullopt;
}

QString writeClass(QByteArrayView action)
{
    const Permission *const permission = permissionOf(action);
    return permission ? QString::fromLatin1(permission->writeClass) : QString();
}

bool isDialable(QStringView number)
{
    const auto dialable = [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'*' || c == u'#' || (c >= u'A' && c <= u'D');
    };
    if (number.startsWith(u'+'))
        number = number.sliced(1);
    return !number.isEmpty() && number.size() <= 64 && std::all_of(number.begin(), number.end(), dialable);
}

} // namespace Linescope::Ami
