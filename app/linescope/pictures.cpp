// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictures.h"

#include "mainwindow/mainwindow.h"
#include "mainwindow/pages.h"
#include "support/export/savefile.h"
#include "support/theme/theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QIODevice>

namespace Linescope {

namespace {

// In pixels: a small and a large screen, and with larger ones what a user sets 200 % on.
QList<QSize> sizesAt(qreal scale)
{
    return scale < 1.5 ? QList<QSize>{{1280, 800}, {1920, 1080}} : QList<QSize>{{1920, 1080}, {2560, 1600}};
}

// Layout, palette changes and the first data of a view take a few turns of the event loop.
void settle()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 250)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

QString fileName(const QString &view, ColorScheme scheme, QSize size, qreal scale)
{
    const QString at = scale == 1.0 ? QString() : QStringLiteral("@%1").arg(scale);
    return QStringLiteral("%1-%2-%3x%4%5.png")
        .arg(view, colorSchemeName(scheme))
        .arg(size.width())
        .arg(size.height())
        .arg(at);
}

} // namespace

QString savePicture(MainWindow *window, const QString &path)
{
    return saveFile(path, [window](QIODevice *file) { return window->grab().save(file, "PNG"); });
}

QString savePictures(MainWindow *window, const QString &folder)
{
    const QDir target(folder);
    target.mkpath(QStringLiteral(".")); // without a folder the first picture says what is wrong
    for (const ColorScheme scheme : {ColorScheme::Light, ColorScheme::Dark}) {
        applyColorScheme(scheme);
        for (const QSize size : sizesAt(window->devicePixelRatioF())) {
            const QSize logical = size / window->devicePixelRatioF();
            window->resize(logical);
            for (const QString &view : window->pages()->names()) {
                window->pages()->raise(view);
                settle();
                const QString name = fileName(view, scheme, size, window->devicePixelRatioF());
                if (const QString problem = savePicture(window, target.filePath(name)); !problem.isEmpty())
                    return problem;
            }
        }
    }
    return {};
}

} // namespace Linescope
