// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journal/journalfile.h"

#include <QFileInfo>

namespace Linescope {

tl::expected<std::unique_ptr<JournalFile>, QString> JournalFile::open(const QString &path)
{
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) // a pipe would be waited for
        return tl::unexpected(tr("%1 is no ordinary file.").arg(path));
    std::unique_ptr<JournalFile> file(new JournalFile);
    file->m_path = path;
    file->m_plain = std::make_unique<QFile>(path);
    if (!file->m_plain->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return tl::unexpected(tr("%1 cannot be read: %2").arg(path, file->m_plain->errorString()));
    QIODevice *device = file->m_plain.get();
    if (GzipDevice::isGzip(device->peek(2))) {
        file->m_plain.reset();
        file->m_gzip = std::make_unique<GzipDevice>(path);
        device = file->m_gzip.get();
        if (!device->open(QIODevice::ReadOnly))
            return tl::unexpected(tr("%1 cannot be read: %2").arg(path, device->errorString()));
    }
    file->m_reader = std::make_unique<JournalReader>(device);
    const auto header = file->m_reader->readHeader();
    if (!header)
        return tl::unexpected(tr("%1 cannot be read: %2").arg(path, header.error()));
    file->m_header = *header;
    return file;
}

qint64 JournalFile::size() const { return m_gzip ? m_gzip->fileSize() : m_plain->size(); }

qint64 JournalFile::position() const { return m_gzip ? m_gzip->filePos() : m_plain->pos(); }

std::vector<GzipDevice::Member> JournalFile::members() const
{
    return m_gzip ? m_gzip->members() : std::vector<GzipDevice::Member>();
}

void JournalFile::setMembers(std::vector<GzipDevice::Member> members)
{
    if (m_gzip && !members.empty())
        m_gzip->setMembers(std::move(members));
}

} // namespace Linescope
