// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One line of JSON as a flat row of values, read without building a tree of objects: journals have millions of lines.
// Strict (RFC 8259): what Qt's own reader would let pass, such as raw control bytes in texts, is refused.
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <vector>

namespace Linescope {

class JsonDocument;

// A value in a JsonDocument; valid as long as that and its line are.
class JsonValue {
public:
    enum class Kind : quint8 { Null, Bool, Integer, Fraction, Text, Array, Object };

    Kind kind() const;
    bool isBool() const { return kind() == Kind::Bool; }
    bool isText() const { return kind() == Kind::Text; }
    bool isArray() const { return kind() == Kind::Array; }
    bool isObject() const { return kind() == Kind::Object; }

    bool toBool() const;                     // false for what is none
    std::optional<qint64> toInteger() const; // none for what is none, or not whole
    QByteArrayView text() const;             // UTF-8, escapes resolved; empty for what is no text
    QString toString() const;                // the same
    qsizetype count() const;                 // of members or elements

    // Calls f(JsonValue) for each element of an array until it returns false; true when it never did.
    template<class F>
    bool forEach(F f) const;

private:
    friend class JsonDocument;
    friend class JsonReader;
    JsonValue(const JsonDocument *document, quint32 node)
        : m_document(document)
        , m_node(node)
    {
    }

    const JsonDocument *m_document;
    quint32 m_node;
};

class JsonDocument {
public:
    static constexpr int deepest = 64;
    static constexpr size_t mostValues = 16 * 1024;

    enum class Problem { None, TooDeep, TooMuch, NoObject };

    // Reads a line that is one object; `line` has to stay until the last look at a value.
    Problem read(QByteArrayView line);
    // After read() found no problem.
    JsonValue object() const { return {this, 0}; }
    // Value of the member of that name of the whole object.
    std::optional<JsonValue> member(QByteArrayView key) const;

private:
    friend class JsonValue;
    friend class JsonReader;
    struct Node {
        QByteArrayView key;
        QByteArrayView text;
        qint64 number = 0;
        quint32 end = 0;   // the node behind this one and all that is in it
        quint32 count = 0; // of members or elements
        JsonValue::Kind kind = JsonValue::Kind::Null;
        bool taken = false; // by a JsonReader
    };
    class Scanner;

    std::vector<Node> m_nodes;
    QByteArray m_resolved; // texts that had escapes; never grows while nodes point into it
};

template<class F>
bool JsonValue::forEach(F f) const
{
    if (!isArray())
        return true;
    const auto &nodes = m_document->m_nodes;
    for (quint32 i = m_node + 1; i < nodes[m_node].end; i = nodes[i].end) {
        if (!f(JsonValue(m_document, i)))
            return false;
    }
    return true;
}

} // namespace Linescope
