// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/engineswitches.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::EngineSwitches)
};

struct Switch {
    QLatin1StringView text;
    void (*set)(ServerOptions &);
};

constexpr Switch switches[] = {
    {"unownedIncoming=keep"_L1, [](ServerOptions &o) { o.unownedCalls = ServerOptions::Unowned::Keep; }},
    {"unownedIncoming=drop"_L1, [](ServerOptions &o) { o.unownedCalls = ServerOptions::Unowned::Drop; }},
    {"closeDropsSoleOwned=true"_L1, [](ServerOptions &o) { o.closeDropsSoleOwned = true; }},
    {"closeDropsSoleOwned=false"_L1, [](ServerOptions &o) { o.closeDropsSoleOwned = false; }},
    {"closeCallAfterFailedCreate=true"_L1, [](ServerOptions &o) { o.closeCallAfterFailedCreate = true; }},
    {"closeCallAfterFailedCreate=false"_L1, [](ServerOptions &o) { o.closeCallAfterFailedCreate = false; }},
};

} // namespace

tl::expected<ServerOptions, QString> engineOptions(const QStringList &wanted)
{
    ServerOptions options;
    for (const QString &text : wanted) {
        const auto *found = std::find_if(std::begin(switches), std::end(switches),
                                         [&](const Switch &candidate) { return candidate.text == text; });
        if (found == std::end(switches)) {
            QStringList known;
            for (const Switch &candidate : switches)
                known.append(candidate.text);
            return tl::unexpected(
                Words::tr("\"%1\" is no switch of the engine. There are: %2.").arg(text, known.join(u", ")));
        }
        found->set(options);
    }
    return options;
}

} // namespace Linescope
