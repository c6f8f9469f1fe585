// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bytes that never change, in one word: a few lie in the word itself, more of them in a block of memory that copies
// share. Copies may be made and dropped on any thread.
#pragma once

#include <QAtomicInt>
#include <QByteArrayView>

#include <array>
#include <bit>
#include <cstring>
#include <new>
#include <utility>

namespace Linescope {

class PackedBytes {
public:
    PackedBytes() = default;
    explicit PackedBytes(QByteArrayView bytes)
    {
        if (bytes.size() <= mostInside) {
            m_word[tag] = char(bytes.size() << 1 | 1);
            std::copy(bytes.begin(), bytes.end(), m_word.begin() + first);
        } else {
            void *memory = ::operator new(sizeof(Block) + size_t(bytes.size()));
            Block *block = new (memory) Block{1, quint32(bytes.size())};
            std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char *>(block + 1));
            std::memcpy(m_word.data(), &block, sizeof block);
        }
    }
    PackedBytes(const PackedBytes &other) noexcept
        : m_word(other.m_word)
    {
        if (Block *shared = block())
            shared->holders.ref();
    }
    PackedBytes(PackedBytes &&other) noexcept
        : m_word(std::exchange(other.m_word, {}))
    {
    }
    PackedBytes &operator=(PackedBytes other) noexcept
    {
        std::swap(m_word, other.m_word);
        return *this;
    }
    ~PackedBytes()
    {
        if (Block *shared = block(); shared && !shared->holders.deref())
            ::operator delete(shared);
    }

    // Valid while this object is where it is.
    QByteArrayView view() const
    {
        if (isInside())
            return {m_word.data() + first, m_word[tag] >> 1};
        const Block *shared = block();
        return shared ? QByteArrayView(reinterpret_cast<const char *>(shared + 1), qsizetype(shared->size))
                      : QByteArrayView();
    }
    // Memory beside the object itself, allocator overhead not counted.
    qsizetype heapBytes() const { return block() ? qsizetype(sizeof(Block)) + view().size() : 0; }

    friend bool operator==(const PackedBytes &a, const PackedBytes &b) { return a.view() == b.view(); }

private:
    struct Block { // the bytes follow
        QAtomicInt holders;
        quint32 size;
    };
    // The word is a pointer to a block, null for no bytes. A pointer is even: where the lowest of its bytes lies, a
    // word with bytes inside has an odd number, twice their count and one.
    static constexpr bool littleEndian = std::endian::native == std::endian::little;
    static constexpr size_t tag = littleEndian ? 0 : sizeof(Block *) - 1;
    static constexpr size_t first = littleEndian ? 1 : 0;
    static constexpr qsizetype mostInside = sizeof(Block *) - 1;

    bool isInside() const { return m_word[tag] & 1; }
    Block *block() const
    {
        Block *result = nullptr;
        if (!isInside())
            std::memcpy(&result, m_word.data(), sizeof result);
        return result;
    }

    alignas(Block *) std::array<char, sizeof(Block *)> m_word = {};
};

} // namespace Linescope
