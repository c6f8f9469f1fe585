// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/settings/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace Linescope {

void Language::use(const QString &code)
{
    m_translators.clear();
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    QLocale::setDefault(locale);
    const auto install = [this](const QString &name, const QString &folder, const QLocale &wanted) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(wanted, name, QStringLiteral("_"), folder)
            && QCoreApplication::installTranslator(translator.get()))
            m_translators.push_back(std::move(translator));
    };
    // The plural forms of English are a translation, too; it goes below, for whatever the chosen language lacks.
    install(QStringLiteral("linescope"), QStringLiteral(":/i18n"), QLocale(QLocale::English));
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath), locale);
    install(QStringLiteral("linescope"), QStringLiteral(":/i18n"), locale);
}

} // namespace Linescope
