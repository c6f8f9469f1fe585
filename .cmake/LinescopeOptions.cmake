# SPDX-FileCopyrightText: The Linescope authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What every target is built with, and the two helpers that the lists of sources need.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Hits in every clone, not only in the folder that compiled first. By the files themselves, never by what the
    # preprocessor makes of them: GCC knows a #pragma once of a precompiled header by the file's bytes, so that one from
    # before a change of a comment lets its header be included twice.
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_DEPEND=1 ${CCACHE})
endif()

add_library(linescope_options INTERFACE)
target_compile_definitions(linescope_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(linescope_options INTERFACE
    -Wall -Wextra -Wpedantic -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${LINESCOPE_WERROR}>:-Werror>)
if(LINESCOPE_SANITIZE)
    target_compile_definitions(linescope_options INTERFACE LINESCOPE_SANITIZED)
    target_compile_options(linescope_options INTERFACE
        -fsanitize=${LINESCOPE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(linescope_options INTERFACE -fsanitize=${LINESCOPE_SANITIZE})
elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(linescope_options INTERFACE -fstack-protector-strong -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
    target_link_options(linescope_options INTERFACE -Wl,-z,relro,-z,now,-z,noexecstack)
endif()

if(CMAKE_CXX_COMPILER_ID MATCHES "Clang" AND NOT CMAKE_DISABLE_PRECOMPILE_HEADERS)
    # Or a precompiled header from ccache is older than what it was made of.
    target_compile_options(linescope_options INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
endif()

# linescope_add_library(NAME sources...): a library of ours; includes are written from its module's folder. Presets for
# work make it a shared one: a hundred test programs that each hold the window would take 20 GB.
function(linescope_add_library name)
    add_library(${name} ${ARGN})
    set_target_properties(${name} PROPERTIES DEFINE_SYMBOL "") # compiled alike in both, for ccache
    target_link_libraries(${name} PRIVATE linescope_options)
endfunction()

# What much of the tests' time is spent in: optimised also where sanitizers watch, which makes it bearable.
function(linescope_optimise_sanitized name)
    if(LINESCOPE_SANITIZE)
        target_compile_options(${name} PRIVATE -O1)
    endif()
endfunction()

# A library without Gui is compiled as the engine is, and so takes over its precompiled header.
function(linescope_compile_as_engine name)
    linescope_optimise_sanitized(${name})
    target_precompile_headers(${name} REUSE_FROM linescope_engine)
endfunction()

# Qt is not instrumented: what happens inside it would look like races.
set(LINESCOPE_TSAN_OPTIONS
    "TSAN_OPTIONS=ignore_noninstrumented_modules=1:suppressions=${CMAKE_SOURCE_DIR}/.ci/tsan.supp")

# What most tests begin with is compiled once a folder: by its first test, for all of them. Every file says nevertheless
# what it includes; the preset tidy compiles without.
function(linescope_precompile_test name)
    get_property(first DIRECTORY PROPERTY LINESCOPE_FIRST_TEST)
    if(first)
        target_precompile_headers(${name} REUSE_FROM ${first})
    else()
        target_precompile_headers(${name} PRIVATE <QTest> <QSignalSpy> <server/telephonyserver.h>)
        set_property(DIRECTORY PROPERTY LINESCOPE_FIRST_TEST ${name})
    endif()
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp
        PROPERTIES SKIP_PRECOMPILE_HEADERS ON) # is empty
endfunction()

# linescope_add_test(NAME libraries...): tests/<...>/NAME.cpp, run offscreen and in the C locale.
function(linescope_add_test name)
    add_executable(${name} ${name}.cpp)
    target_link_libraries(${name} PRIVATE linescope_options Qt6::Test ${ARGN})
    linescope_precompile_test(${name})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES TIMEOUT 300 ENVIRONMENT
        "XDG_DATA_HOME=${CMAKE_BINARY_DIR}/testdata;QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;QT_LOGGING_RULES=;${LINESCOPE_TSAN_OPTIONS}")
endfunction()

# linescope_add_window_test(NAME libraries...): the same, and once more under a real X server (label window).
function(linescope_add_window_test name)
    linescope_add_test(${name} ${ARGN})
    add_test(NAME ${name}.x11 COMMAND xvfb-run --auto-servernum "--server-args=-screen 0 1920x1080x24 -noreset" $<TARGET_FILE:${name}>)
    set_tests_properties(${name}.x11 PROPERTIES LABELS window TIMEOUT 300 RESOURCE_LOCK xvfb ENVIRONMENT
        "XDG_DATA_HOME=${CMAKE_BINARY_DIR}/testdata;QT_QPA_PLATFORM=xcb;LC_ALL=C.UTF-8;QT_LOGGING_RULES=;${LINESCOPE_TSAN_OPTIONS}")
endfunction()
