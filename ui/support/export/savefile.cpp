// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/export/savefile.h"

#include "support/text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace Linescope {

namespace {

struct SaveFile {
    Q_DECLARE_TR_FUNCTIONS(Linescope::SaveFile)
};

QString whyNot(const QFileDevice &file)
{
    switch (file.error()) {
    case QFileDevice::PermissionsError:
    case QFileDevice::OpenError:
        return SaveFile::tr("it is not allowed to write there, or the folder does not exist");
    case QFileDevice::ResourceError:
        return SaveFile::tr("the disk is full");
    default:
        return visibleText(file.errorString());
    }
}

QString failure(const QFileDevice &file)
{
    const QString words = whyNot(file);
    const QString systems = visibleText(file.errorString());
    const QString why = words == systems ? words : SaveFile::tr("%1 (%2)").arg(words, systems);
    return SaveFile::tr("%1 could not be written: %2. What was there before is unchanged.")
        .arg(visibleText(file.fileName()), why);
}

QString writeTo(QFileDevice &file, const std::function<bool(QIODevice *)> &write)
{
    if (!file.open(QIODevice::WriteOnly) || !write(&file) || !file.flush())
        return failure(file);
    return {};
}

} // namespace

QString saveFile(const QString &fileName, const QByteArray &bytes)
{
    return saveFile(fileName, [&](QIODevice *device) { return device->write(bytes) == bytes.size(); });
}

QString saveFile(const QString &fileName, const std::function<bool(QIODevice *)> &write)
{
    const QFileInfo target(fileName);
    if (target.isDir())
        return SaveFile::tr("%1 is a folder. Give the name of a file.").arg(visibleText(fileName));
    if (target.exists() && !target.isFile()) { // a device or a pipe: replacing would take its place
        QFile file(fileName);
        return writeTo(file, write);
    }
    QSaveFile file(fileName);
    if (const QString problem = writeTo(file, write); !problem.isEmpty())
        return problem;
    return file.commit() ? QString() : failure(file);
}

} // namespace Linescope
