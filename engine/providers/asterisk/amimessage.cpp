// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "amimessage.h"

#include <algorithm>

namespace Linescope::Ami {

namespace {

const Message::Header *find(const std::vector<Message::Header> &headers, QByteArrayView key)
{
    const auto found = std::find_if(headers.begin(), headers.end(),
                                    [key](const Message::Header &header) { return isSameKey(header.first, key); });
    return found == headers.end() ? nullptr : &*found;
}

} // namespace

QByteArrayView Message::value(QByteArrayView key) const
{
    const Header *header = find(m_headers, key);
    return header ? header->second : QByteArrayView();
}

bool Message::contains(QByteArrayView key) const { return find(m_headers, key) != nullptr; }

} // namespace Linescope::Ami
