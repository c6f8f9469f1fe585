// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where made-up values come from: a seeded generator, or the bytes of a fuzzer, so that what it changes in its bytes
// changes the values.
#pragma once

#include <QByteArrayView>
#include <QRandomGenerator>

namespace Linescope::Test {

class Choices {
public:
    explicit Choices(quint32 seed)
        : m_random(seed)
    {
    }
    // The bytes live longer. After the last one everything is 0.
    explicit Choices(QByteArrayView bytes)
        : m_bytes(bytes)
        , m_isRandom(false)
    {
    }

    bool atEnd() const { return !m_isRandom && m_bytes.isEmpty(); }
    quint32 below(quint32 bound) // 0 .. bound - 1
    {
        if (m_isRandom)
            return m_random.bounded(bound);
        return (bound <= 256 ? byte() : number()) % bound;
    }
    quint32 number()
    {
        if (m_isRandom)
            return m_random.generate();
        quint32 value = 0;
        for (int i = 0; i < 4; ++i)
            value = value << 8 | byte();
        return value;
    }
    quint64 longNumber() { return quint64(number()) << 32 | number(); }

private:
    quint32 byte()
    {
        if (m_bytes.isEmpty())
            return 0;
        const auto first = quint8(m_bytes.front());
        m_bytes = m_bytes.sliced(1);
        return first;
    }

    QRandomGenerator m_random;
    QByteArrayView m_bytes;
    bool m_isRandom = true;
};

} // namespace Linescope::Test
