// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can happen next in a small world. The actions of a state have numbers, 0, 1, 2 ..., and a number means the same
// in all states with the same picture.
#pragma once

#include "smallworld/picture.h"

namespace Linescope::SmallWorld {

// Devices are there; applications and lines as well if nothing else brings them.
Action beginning(const Pass &pass);

int countActions(const Reference::Model &model, const Picture &picture, const Pass &pass);
Action actionNumber(int number, const Reference::Model &model, const Picture &picture, const Pass &pass);

// What every state is asked and must answer as the model does, without changing by it: information about each line and
// call, and requests with handles that belong to somebody else or to nobody.
Action questions(const Reference::Model &model, const Picture &picture);

// Applications are told apart by their modules, calls by the provider's names.
int roleNamed(const QString &module);
DriverCall callNamed(int number);

} // namespace Linescope::SmallWorld
