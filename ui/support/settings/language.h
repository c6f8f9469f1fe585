// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The language of the program: our texts, Qt's own, and how numbers and dates are written.
#pragma once

#include <QString>
#include <QTranslator>

#include <memory>
#include <vector>

namespace Linescope {

class Language {
public:
    // "en", "fr"; empty: the system's. Texts that have been asked for before stay as they were.
    void use(const QString &code);

private:
    std::vector<std::unique_ptr<QTranslator>> m_translators; // each takes itself out of the application when it goes
};

} // namespace Linescope
