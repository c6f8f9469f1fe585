// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Asterisk Manager Interface, from bytes to messages. A message is lines "Key: value" up to an empty line.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstring>
#include <functional>
#include <utility>
#include <vector>

namespace Linescope::Ami {

// Whether two keys of headers are the same: compared without case, as Asterisk does it.
// They are nearly always spelt alike; and of those of one length few begin with the same letter.
inline bool isSameKey(QByteArrayView a, QByteArrayView b)
{
    constexpr int upperOrLower = 0x20;
    if (a.size() != b.size() || a.isEmpty())
        return a.size() == b.size();
    return ((a.front() ^ b.front()) & ~upperOrLower) == 0
        && (std::memcmp(a.data(), b.data(), size_t(a.size())) == 0 || a.compare(b, Qt::CaseInsensitive) == 0);
}

// A message as views into the parser's buffer: valid only during the callback that brought it.
class Message {
public:
    using Header = std::pair<QByteArrayView, QByteArrayView>;

    // The first value of a key, empty if there is none. Keys are compared without case.
    QByteArrayView value(QByteArrayView key) const;
    QString text(QByteArrayView key) const { return QString::fromUtf8(value(key)); }
    bool contains(QByteArrayView key) const;
    QByteArrayView event() const { return value("Event"); }       // empty for a response
    QByteArrayView response() const { return value("Response"); } // empty for an event
    const std::vector<Header> &headers() const { return m_headers; }

    QByteArrayView bytes() const { return m_bytes; } // all of it, as it came

    std::vector<Header> &mutableHeaders() { return m_headers; } // for the parser and for tests
    // Also for them.
    void setBytes(QByteArrayView bytes) { m_bytes = bytes; }

private:
    std::vector<Header> m_headers;
    QByteArrayView m_bytes;
};

} // namespace Linescope::Ami
