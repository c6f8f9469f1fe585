// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keeps many short texts in few blocks: a million strings of their own would take longer to free than a frame.
#pragma once

#include <QStringView>

#include <algorithm>
#include <memory>
#include <vector>

namespace Linescope {

class TextStore {
public:
    // A copy that stays for as long as this store does.
    QStringView keep(QStringView text)
    {
        if (text.isEmpty())
            return {};
        if (BlockSize - m_used < text.size()) {
            m_blocks.push_back(std::make_unique<char16_t[]>(size_t(std::max(BlockSize, text.size()))));
            m_used = 0;
        }
        char16_t *const copy = m_blocks.back().get() + m_used;
        std::copy_n(text.utf16(), text.size(), copy);
        m_used += text.size();
        return {copy, text.size()};
    }

private:
    static constexpr qsizetype BlockSize = 32 * 1024; // characters
    std::vector<std::unique_ptr<char16_t[]>> m_blocks;
    qsizetype m_used = BlockSize; // of the last block
};

} // namespace Linescope
