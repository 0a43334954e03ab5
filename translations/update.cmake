# Runs lupdate over every text of ui and app into OUTPUT/letopis_{ru,en}.ts. Without line numbers: moving code must not change
# the files.
set(common -silent -locations none -no-obsolete
    ${SOURCE}/ui ${SOURCE}/app -I ${SOURCE})
execute_process(COMMAND ${LUPDATE} ${common} -target-language ru_RU -ts ${OUTPUT}/letopis_ru.ts RESULT_VARIABLE ru)
execute_process(COMMAND ${LUPDATE} ${common} -target-language en_US -pluralonly -ts ${OUTPUT}/letopis_en.ts RESULT_VARIABLE en)
if(NOT ru EQUAL 0 OR NOT en EQUAL 0)
  message(FATAL_ERROR "lupdate failed")
endif()
