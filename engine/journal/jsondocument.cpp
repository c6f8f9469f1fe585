// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/jsondocument.h"

namespace Linescope {

using Kind = JsonValue::Kind;

std::optional<JsonValue> JsonDocument::member(QByteArrayView key) const
{
    for (quint32 i = 1; i < m_nodes.front().end; i = m_nodes[i].end) {
        if (m_nodes[i].key == key)
            return JsonValue(this, i);
    }
    return {};
}

JsonValue::Kind JsonValue::kind() const { return m_document->m_nodes[m_node].kind; }

bool JsonValue::toBool() const { return isBool() && m_document->m_nodes[m_node].number != 0; }

std::optional<qint64> JsonValue::toInteger() const
{
    return kind() == Kind::Integer ? std::optional(m_document->m_nodes[m_node].number) : std::nullopt;
}

QByteArrayView JsonValue::text() const { return m_document->m_nodes[m_node].text; }

// QString::fromUtf8 takes a byte order mark at the beginning for none of the text.
QString JsonValue::toString() const
{
    static constexpr QByteArrayView mark = "\xef\xbb\xbf";
    QByteArrayView rest = text();
    qsizetype marks = 0;
    for (; rest.startsWith(mark); ++marks)
        rest = rest.sliced(mark.size());
    const QString text = QString::fromUtf8(rest);
    return marks == 0 ? text : QString(marks, QChar(QChar::ByteOrderMark)) + text;
}

qsizetype JsonValue::count() const { return m_document->m_nodes[m_node].count; }

} // namespace Linescope
