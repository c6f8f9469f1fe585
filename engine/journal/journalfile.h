// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A journal on disk, plain or compressed, of any size. One thread at a time; others open it again.
#pragma once

#include "journal/gzipdevice.h"
#include "journal/journalreader.h"

#include <memory>
#include <vector>

namespace Linescope {

class JournalFile {
    Q_DECLARE_TR_FUNCTIONS(Linescope::JournalFile)

public:
    // With its header read. A sentence when it cannot be read, is no ordinary file or no journal.
    static tl::expected<std::unique_ptr<JournalFile>, QString> open(const QString &path);

    const QString &path() const { return m_path; }
    const JournalHeader &header() const { return m_header; }
    JournalReader &reader() { return *m_reader; }

    // For a progress bar: bytes of the file, all and up to what was read last.
    qint64 size() const;
    qint64 position() const;

    // What one reader of a compressed file has found helps the next one to seek; empty for plain ones.
    std::vector<GzipDevice::Member> members() const;
    void setMembers(std::vector<GzipDevice::Member> members);

private:
    JournalFile() = default;

    QString m_path;
    std::unique_ptr<QFile> m_plain; // or
    std::unique_ptr<GzipDevice> m_gzip;
    std::unique_ptr<JournalReader> m_reader;
    JournalHeader m_header;
};

} // namespace Linescope
