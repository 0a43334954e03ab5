# The flags every target of Letopis shares, and the two functions that make its libraries and tests.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
# Line tables keep backtraces readable at a fraction of full debug information's build time.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()
find_program(MOLD_PROGRAM mold)
if(MOLD_PROGRAM AND NOT WIN32 AND NOT APPLE)
  add_link_options(-fuse-ld=mold)
endif()

add_compile_definitions(QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH
                        QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT)
if(MSVC)
  add_compile_options(/W4)
else()
  add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Werror=switch
                      -Winvalid-pch)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(-fpch-preprocess)
    # The compiler collects its garbage as if memory were short: letting it have half a gigabyte saves a tenth of the build.
    add_compile_options(--param=ggc-min-heapsize=524288)
  endif()
  if(LETOPIS_WERROR)
    add_compile_options(-Werror)
  endif()
endif()
if(LETOPIS_SANITIZE)
  add_compile_options(-fsanitize=${LETOPIS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${LETOPIS_SANITIZE})
  # What no sanitizer sees: an index within a vector's capacity, an empty optional.
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()
if(LETOPIS_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
include_directories(${PROJECT_SOURCE_DIR})

# letopis_library(letopis_x SOURCES ... LINKS ... [PUBLIC_LINKS ...] [PCH core|widgets])
# One static library per room. LINKS mirrors the arrows that tests/architecture checks.
function(letopis_library name)
  cmake_parse_arguments(arg "" "PCH" "SOURCES;LINKS;PUBLIC_LINKS" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_link_libraries(${name} PUBLIC ${arg_PUBLIC_LINKS} PRIVATE ${arg_LINKS})
  letopis_precompile(${name} "${arg_PCH}")
endfunction()

# Every target shares one of two precompiled headers: Qt Core's, or Qt Widgets'.
function(letopis_precompile name pch)
  if(pch STREQUAL "none")
    return()
  endif()
  if(pch STREQUAL "")
    set(pch core)
  endif()
  target_precompile_headers(${name} REUSE_FROM letopis_pch_${pch})
endfunction()

# letopis_test(tst_x SOURCES ... LINKS ... [WIDGETS] [LABELS ...] [ENVIRONMENT ...])
# A Qt Test executable and its ctest entry; GUI tests run offscreen.
function(letopis_test name)
  cmake_parse_arguments(arg "WIDGETS" "TIMEOUT" "SOURCES;LINKS;LABELS;ENVIRONMENT" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  letopis_test_moc(${name} ${arg_SOURCES})
  letopis_test_optimisation(${name})
  target_link_libraries(${name} PRIVATE ${arg_LINKS} Qt6::Test)
  if(arg_WIDGETS)
    letopis_precompile(${name} widgets)
  else()
    letopis_precompile(${name} core)
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 300)
  endif()
  letopis_limits(${name} ${arg_TIMEOUT})
  set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_MEDIA_BACKEND=gstreamer;LETOPIS_SHARED_DATA=${PROJECT_SOURCE_DIR}/../shared/data;${arg_ENVIRONMENT}")
endfunction()

# Runs moc for a test without AUTOMOC, whose scans and empty mocs_compilation.cpp for each of the tests cost minutes of a clean
# build: each tst_x.cpp includes its own "tst_x.moc". A fake with Q_OBJECT is in a library.
function(letopis_test_moc name)
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc)
  foreach(source IN LISTS ARGN)
    if(source MATCHES "(tst_[a-z0-9_]+)\\.cpp$")
      qt6_generate_moc(${CMAKE_CURRENT_SOURCE_DIR}/${source} ${folder}/${CMAKE_MATCH_1}.moc TARGET ${name})
      target_sources(${name} PRIVATE ${folder}/${CMAKE_MATCH_1}.moc)
    endif()
  endforeach()
  target_include_directories(${name} PRIVATE ${folder})
endfunction()

# A test is compiled once and run for a moment: what the optimiser would gain there, it takes from the build.
function(letopis_test_optimisation name)
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    target_compile_options(${name} PRIVATE $<$<CONFIG:RelWithDebInfo>:-O1>)
  endif()
endfunction()

# letopis_limits(test SECONDS): a test's time, several times as long under sanitizers, and the options of their runtimes. What
# the caller has in ASAN_OPTIONS or UBSAN_OPTIONS comes after these and overrules them.
function(letopis_limits name seconds)
  if(LETOPIS_SANITIZE)
    math(EXPR seconds "4 * ${seconds}")
    # Only where a folder asks for it (tests/core) are leaks looked for. LeakSanitizer needs ptrace: where a container refuses
    # it, ASAN_OPTIONS=detect_leaks=0 ./dev asan.
    set(leaks 0)
    if(LETOPIS_DETECT_LEAKS)
      set(leaks 1)
    endif()
    set_tests_properties(${name} PROPERTIES ENVIRONMENT_MODIFICATION
      "ASAN_OPTIONS=path_list_prepend:abort_on_error=1:detect_stack_use_after_return=1:detect_leaks=${leaks};UBSAN_OPTIONS=path_list_prepend:print_stacktrace=1")
  endif()
  set_tests_properties(${name} PROPERTIES TIMEOUT ${seconds})
endfunction()
