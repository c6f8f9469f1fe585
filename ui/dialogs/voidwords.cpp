// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/voidwords.h"

#include "support/format.h"

#include <QCoreApplication>

namespace Linescope {

QString voidSentence(const VoidPreview &preview)
{
    QStringList parts{QCoreApplication::translate("Linescope::VoidPreview", "%n handle(s) become void", nullptr,
                                                  int(preview.handles.size()))};
    if (const qsizetype n = preview.retained(); n > 0)
        parts += QCoreApplication::translate("Linescope::VoidPreview", "%n of them retained", nullptr, int(n));
    if (const qsizetype n = preview.droppedCalls(); n > 0)
        parts += QCoreApplication::translate("Linescope::VoidPreview", "%n live call(s) will be dropped", nullptr,
                                             int(n));
    if (preview.libraryBytes > 0)
        parts +=
            QCoreApplication::translate("Linescope::VoidPreview", "%1 are freed").arg(bytesText(preview.libraryBytes));
    return QCoreApplication::translate("Linescope::VoidPreview", "%1.").arg(parts.join(QStringLiteral(", ")));
}

} // namespace Linescope
