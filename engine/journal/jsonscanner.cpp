// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/jsondocument.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace Linescope {

namespace {

using Problem = JsonDocument::Problem;
using Kind = JsonValue::Kind;

// Four hexadecimal digits; -1 when they are none.
int hexUnit(const char *at)
{
    int unit = 0;
    const auto read = std::from_chars(at, at + 4, unit, 16);
    return read.ec == std::errc() && read.ptr == at + 4 && unit >= 0 && isxdigit(*at) ? unit : -1;
}

char *appendUtf8(char *to, char32_t character)
{
    const auto tail = [&](int shift) { *to++ = char(0x80 | (character >> shift & 0x3f)); };
    if (character < 0x80) {
        *to++ = char(character);
        return to;
    }
    if (character < 0x800) {
        *to++ = char(0xc0 | character >> 6);
    } else if (character < 0x10000) {
        *to++ = char(0xe0 | character >> 12);
        tail(6);
    } else {
        *to++ = char(0xf0 | character >> 18);
        tail(12);
        tail(6);
    }
    tail(0);
    return to;
}

} // namespace

class JsonDocument::Scanner {
public:
    Scanner(JsonDocument &document, QByteArrayView line)
        : m_nodes(document.m_nodes)
        , m_at(line.begin())
        , m_end(line.end())
        , m_resolved(document.m_resolved.data())
    {
    }

    Problem read()
    {
        skipSpaces();
        if (m_at == m_end || *m_at != '{' || !readValue({}, 0))
            return m_problem;
        skipSpaces();
        return m_at == m_end ? Problem::None : Problem::NoObject;
    }

private:
    void skipSpaces()
    {
        while (m_at != m_end && (*m_at == ' ' || *m_at == '\t' || *m_at == '\n' || *m_at == '\r'))
            ++m_at;
    }
    bool take(char c)
    {
        skipSpaces();
        if (m_at == m_end || *m_at != c)
            return false;
        ++m_at;
        return true;
    }
    bool fail(Problem problem)
    {
        m_problem = problem;
        return false;
    }

    // Recursion goes no deeper than `deepest`.
    bool readValue(QByteArrayView key, int depth)
    {
        skipSpaces();
        if (m_nodes.size() >= mostValues)
            return fail(Problem::TooMuch);
        if (m_at == m_end)
            return false;
        const auto index = quint32(m_nodes.size());
        m_nodes.emplace_back().key = key;
        const bool ok = readInto(index, depth);
        m_nodes[index].end = quint32(m_nodes.size());
        return ok;
    }

    bool readInto(quint32 index, int depth)
    {
        switch (*m_at) {
        case '{':
            return readMembers(index, depth + 1);
        case '[':
            return readElements(index, depth + 1);
        case '"':
            m_nodes[index].kind = Kind::Text;
            return readText(m_nodes[index].text);
        case 't':
            m_nodes[index].number = 1;
            m_nodes[index].kind = Kind::Bool;
            return readWord("true");
        case 'f':
            m_nodes[index].kind = Kind::Bool;
            return readWord("false");
        case 'n':
            return readWord("null");
        default:
            return readNumber(m_nodes[index]);
        }
    }

    bool readMembers(quint32 index, int depth)
    {
        m_nodes[index].kind = Kind::Object;
        return readList(index, '}', depth, [&] {
            QByteArrayView key;
            skipSpaces();
            return m_at != m_end && *m_at == '"' && readText(key) && take(':') && readValue(key, depth);
        });
    }
    bool readElements(quint32 index, int depth)
    {
        m_nodes[index].kind = Kind::Array;
        return readList(index, ']', depth, [&] { return readValue({}, depth); });
    }
    template<class ReadOne>
    bool readList(quint32 index, char close, int depth, ReadOne readOne)
    {
        if (depth > deepest)
            return fail(Problem::TooDeep);
        ++m_at;
        if (take(close))
            return true;
        do {
            if (!readOne())
                return false;
            ++m_nodes[index].count;
        } while (take(','));
        return take(close);
    }

    bool readWord(std::string_view word)
    {
        if (size_t(m_end - m_at) < word.size() || std::string_view(m_at, word.size()) != word)
            return false;
        m_at += word.size();
        return true;
    }

    bool readText(QByteArrayView &text)
    {
        const char *const begin = ++m_at;
        for (; m_at != m_end; ++m_at) {
            if (*m_at == '"') {
                text = QByteArrayView(begin, m_at++);
                return true;
            }
            if (*m_at == '\\')
                return resolveText(begin, text);
            if (quint8(*m_at) < 0x20)
                return false;
        }
        return false;
    }

    // The slow way, for a text with escapes: it never gets longer by their resolution.
    bool resolveText(const char *begin, QByteArrayView &text)
    {
        char *const start = m_resolved;
        std::memcpy(start, begin, size_t(m_at - begin));
        m_resolved += m_at - begin;
        while (m_at != m_end && *m_at != '"') {
            if (quint8(*m_at) < 0x20)
                return false;
            if (*m_at != '\\')
                *m_resolved++ = *m_at++;
            else if (!resolveEscape())
                return false;
        }
        if (m_at == m_end)
            return false;
        ++m_at;
        text = QByteArrayView(start, m_resolved);
        return true;
    }

    bool resolveEscape()
    {
        static constexpr char letters[] = "\"\\/bfnrt";
        static constexpr char meanings[] = "\"\\/\b\f\n\r\t";
        if (++m_at == m_end)
            return false;
        if (*m_at == 'u')
            return resolveUnit();
        const char *const letter = *m_at == 0 ? nullptr : std::strchr(letters, *m_at);
        if (!letter)
            return false;
        *m_resolved++ = meanings[letter - letters];
        ++m_at;
        return true;
    }

    // \uXXXX, two of them for a surrogate pair. Half a character is none.
    bool resolveUnit()
    {
        const int unit = m_end - m_at > 4 ? hexUnit(m_at + 1) : -1;
        if (unit < 0)
            return false;
        m_at += 5;
        auto character = char32_t(unit);
        if (QChar::isHighSurrogate(character) && m_end - m_at > 6 && m_at[0] == '\\' && m_at[1] == 'u') {
            if (const int low = hexUnit(m_at + 2); low >= 0 && QChar::isLowSurrogate(char32_t(low))) {
                character = QChar::surrogateToUcs4(char16_t(unit), char16_t(low));
                m_at += 6;
            }
        }
        if (QChar::isSurrogate(character))
            character = QChar::ReplacementCharacter;
        m_resolved = appendUtf8(m_resolved, character);
        return true;
    }

    bool readNumber(Node &node)
    {
        const char *const begin = m_at;
        if (*m_at == '-')
            ++m_at;
        const char *const digits = m_at;
        const auto skipDigits = [this] {
            const char *const first = m_at;
            while (m_at != m_end && *m_at >= '0' && *m_at <= '9')
                ++m_at;
            return m_at != first;
        };
        if (!skipDigits() || (*digits == '0' && m_at - digits > 1))
            return false;
        bool whole = true;
        if (m_at != m_end && *m_at == '.') {
            whole = false;
            ++m_at;
            if (!skipDigits())
                return false;
        }
        if (m_at != m_end && (*m_at == 'e' || *m_at == 'E')) {
            whole = false;
            ++m_at;
            if (m_at != m_end && (*m_at == '+' || *m_at == '-'))
                ++m_at;
            if (!skipDigits())
                return false;
        }
        node.kind = whole && std::from_chars(begin, m_at, node.number).ec == std::errc() ? Kind::Integer
                                                                                         : Kind::Fraction;
        return node.kind == Kind::Integer || readFraction(node, begin);
    }

    // 1e3 is a thousand; 1e999 is no number.
    bool readFraction(Node &node, const char *begin) const
    {
        double value = 0;
        if (std::from_chars(begin, m_at, value).ec != std::errc())
            return false;
        const bool isWhole = std::nearbyint(value) == value && std::abs(value) < 0x1p53;
        node.number = isWhole ? qint64(value) : 0;
        node.kind = isWhole ? Kind::Integer : Kind::Fraction;
        return true;
    }

    std::vector<Node> &m_nodes;
    const char *m_at;
    const char *const m_end;
    char *m_resolved;
    Problem m_problem = Problem::NoObject;
};

JsonDocument::Problem JsonDocument::read(QByteArrayView line)
{
    m_nodes.clear();
    if (m_resolved.size() < line.size())
        m_resolved.resize(line.size());
    const Problem problem = Scanner(*this, line).read();
    return problem == Problem::None && !line.isValidUtf8() ? Problem::NoObject : problem;
}

} // namespace Linescope
