import type { Outcome } from '../results/test-results.ts'

/*
 * Words of `dotnet test` in every language that the .NET SDK speaks (en, cs, de, es, fr, it, ja, ko, pl, pt-BR, ru, tr,
 * zh-Hans, zh-Hant), read from the resources of SDK 10.0.401. Numbers, positions and `error CS…` are never translated,
 * so they are read without words. A no-break space is written as a plain one: compare with `sameSpaces(line)`.
 */
function words(list: string): readonly string[] {
  return list.split('|').map((word) => word.trim())
}

/** First word of a result line of VSTest. */
export const vstestOutcomes: Readonly<Record<Outcome, readonly string[]>> = {
  passed: words(`
    Passed | Úspěšné | Bestanden | Correctas | Réussi | Superato | 成功 | 통과 | Powodzenie | Aprovado |
    Пройден | Başarılı | 已通过 | 已通過`),
  failed: words(`
    Failed | Neúspěšné | Fehler | Con error | Échoué | Non superato | 失敗 | 실패 | Niepowodzenie |
    Com falha | Не пройден | Başarısız | 失败`),
  skipped: words(`
    Skipped | Přeskočeno | Übersprungen | Omitidas | Ignoré | Ignorato | スキップ | 건너뜀 | Pominięto |
    Ignorado | Пропущен | Atlandı | 已跳过 | 已跳過 | Not Run | Nespuštěno | Nicht ausgeführt | Sin ejecutar |
    Pas exécuté | Non eseguito | 未実行 | 실행되지 않음 | Nie uruchomiono | Não Executado | Не выполнен |
    Çalıştırılmadı | 未运行 | 未執行`),
}

/** First word of a result line of Microsoft.Testing.Platform. */
export const platformOutcomes: Readonly<Record<Outcome, readonly string[]>> = {
  passed: words(`
    passed | úspěch | erfolgreich | correcto | réussite | superato | 合格しました | 통과 |
    zakończone powodzeniem | aprovado | пройдено | başarılı | 已通过 | 已通過`),
  failed: words(`
    failed | selhalo | fehlerhaft | con errores | échec | operazione non riuscita | 失敗 | 실패 |
    zakończone niepowodzeniem | com falha | сбой | başarısız | 失败 | 已失敗`),
  skipped: words(`
    skipped | vynecháno | übersprungen | omitido | ignoré | ignorato | スキップされました | 건너뜀 | pominięte |
    ignorado | пропущено | atlandı | 已跳过 | 已跳過`),
}

/** Labels of what Microsoft.Testing.Platform shows of the output of a run. */
export const platformStreams = {
  stdout: words(`
    Standard output | Standardní výstup | Standardausgabe | Salida estándar | Sortie standard |
    Output standard | 標準出力 | 표준 출력 | Standardowe dane wyjściowe | Saída padrão | Стандартный вывод |
    Standart çıkış | 标准输出 | 標準輸出`),
  stderr: words(`
    Error output | Chybový výstup | Fehlerausgabe | Salida de error | Sortie d’erreur | Output errori |
    エラー出力 | 오류 출력 | Dane wyjściowe w przypadku błędu | Saída de erros | Вывод ошибок | Hata çıkışı |
    错误输出 | 錯誤輸出`),
} as const

/** Label of a number in the totals that VSTest prints at verbosity normal and above; zeroes are left out there. */
export const totalLabels: Readonly<Record<Outcome, readonly string[]>> = {
  passed: words(`
    Passed | Úspěšné | Bestanden | Correcto | Réussi(s) | Superati | 成功 | 통과 | Zakończone pomyślnie |
    Aprovados | Пройдено | Geçti | 通过数 | 通過`),
  failed: words(`
    Failed | Neúspěšné | Nicht bestanden | Incorrecto | Non réussi(s) | Non superati | 失敗 | 실패 |
    Zakończone niepowodzeniem | Com falha | Не пройдено | Başarısız | 失败数`),
  skipped: words(`
    Skipped | Přeskočené | Übersprungen | Omitido | Ignoré(s) | Ignorati | スキップ | 건너뜀 | Pominięte |
    Ignorados | Пропущено | Atlandı | 跳过数 | 跳過`),
}

/** Headings below a result line of VSTest; `other` are debug traces and additional information. */
export const detailHeadings = {
  message: words(`
    Error Message: | Chybová zpráva: | Fehlermeldung: | Mensaje de error: | Message d'erreur : |
    Messaggio di errore: | エラー メッセージ: | 오류 메시지: | Komunikat o błędzie: | Mensagem de erro: |
    Сообщение об ошибке: | Hata İletisi: | 错误消息: | 錯誤訊息:`),
  stack: words(`
    Stack Trace: | Trasování zásobníku: | Stapelverfolgung: | Seguimiento de la pila: |
    Arborescence des appels de procédure : | Analisi dello stack: | スタック トレース: | 스택 추적: | Ślad stosu: |
    Rastreamento de pilha: | Трассировка стека: | Yığın İzleme: | 堆栈跟踪: | 堆疊追蹤:`),
  stdout: words(`
    Standard Output Messages: | Zprávy standardního výstupu: | Standardausgabemeldungen: |
    Mensajes de salida estándar: | Messages de sortie standard : | Messaggi di output standard: |
    標準出力メッセージ: | 표준 출력 메시지: | Standardowe komunikaty wyjściowe: | Mensagens de saída padrão: |
    Стандартные выходные сообщения: | Standart Çıkış İletileri: | 标准输出消息: | 標準輸出訊息:`),
  stderr: words(`
    Standard Error Messages: | Zprávy standardních chyb: | Standardfehlermeldungen: |
    Mensajes de error estándar: | Messages d'erreur standard : | Messaggi di errore standard: |
    標準エラー メッセージ: | 표준 오류 메시지: | Standardowe komunikaty o błędach: | Mensagens de erro padrão: |
    Стандартные сообщения об ошибке: | Standart Hata İletileri: | 标准错误消息: | 標準錯誤訊息:`),
  other: words(`
    Debug Traces Messages: | Zprávy trasování ladění: | Meldungen zu Debugablaufverfolgungen: |
    Depurar mensajes de trazas: | Déboguer les messages de traces : | Messaggi delle tracce di debug: |
    デバッグ トレース メッセージ: | 디버그 추적 메시지: | Komunikaty śledzenia debugowania: |
    Depurar Mensagens de Rastreamento: | Сообщения трассировок отладки: |
    Hata Ayıklama İzleme İletileri: | 调试跟踪消息: | 偵錯追蹤訊息: | Additional Information Messages: |
    Další informační zprávy: | Weitere Informationsmeldungen: | Mensajes con información adicional: |
    Messages d'informations supplémentaires : | Ulteriori messaggi informativi: | 追加情報メッセージ: |
    추가 정보 메시지: | Dodatkowe komunikaty informacyjne: | Mensagens de informações adicionais: |
    Дополнительные информационные сообщения: | Ek Bilgi İletileri: | 其他信息性消息: | 其他資訊訊息:`),
} as const

/** Whole lines with which VSTest closes its list of results. */
export const endOfResults: readonly string[] = words(`
    Test Run Failed. | Testovací běh nebyl úspěšný. | Fehler beim Testlauf. |
    No se pudo ejecutar la serie de pruebas. | Échec de la série de tests. |
    L'esecuzione dei test non è riuscita. | テストの実行に失敗しました。 | 테스트 실행이 실패했습니다. |
    Przebieg testu nie powiódł się. | Falha na Execução de Teste. | Сбой тестового запуска. |
    Test Çalıştırması Başarısız. | 测试运行失败。 | 測試回合失敗。 | Test Run Successful. |
    Testovací běh byl úspěšný. | Der Testlauf war erfolgreich. |
    La serie de pruebas se ejecutó correctamente. | Série de tests réussie. |
    L'esecuzione dei test è riuscita. | テストの実行に成功しました。 | 테스트를 실행했습니다. |
    Przebieg testu zakończony powodzeniem. | Execução de Teste Bem-sucedida. |
    Тестовый запуск выполнен. | Test Çalıştırması Başarılı. | 测试运行成功。 | 測試回合成功。 | Attachments: |
    Přílohy: | Anlagen: | Datos adjuntos: | Pièces jointes : | Allegati: | 添付ファイル: | 첨부 파일: |
    Załączniki: | Anexos: | Вложения: | Ekler: | 附件:`)

/** First line of the totals of a run that was stopped: the number is missing. */
export const unknownTotals: readonly string[] = words(`
    Total tests: Unknown | Celkový počet testů: neznámý | Gesamtzahl Tests: unbekannt |
    Pruebas totales: desconocido | Nombre total de tests : inconnu | Totale test: sconosciuto |
    テストの合計数: 不明 | 총 테스트 수: 알 수 없음 | Łączna liczba testów: nieznana | Total de testes: desconhecido |
    Всего тестов: неизвестно | Toplam test sayısı: Bilinmiyor | 测试总数: 未知 | 測試數總計: 未知`)

/** Whole lines that say that a run was aborted or cancelled. */
export const abortLines: readonly string[] = words(`
    Test Run Aborted. | Testovací běh se přerušil. | Testlauf abgebrochen. | Serie de pruebas anulada. |
    Série de tests abandonnée. | Esecuzione dei test interrotta. | テスト実行が中止されました。 | 테스트 실행이 중단되었습니다. |
    Przebieg testu został przerwany. | Execução de Teste Anulada. | Тестовый запуск прерван. |
    Test Çalıştırması Durduruldu. | 测试运行已中止。 | 測試回合已中止。 | Test Run Canceled. |
    Testovací běh se zrušil. | Serie de pruebas cancelada. | Série de tests annulée. |
    Esecuzione dei test annullata. | テスト実行が取り消されました。 | 테스트 실행이 취소되었습니다. |
    Przebieg testu został anulowany. | Execução de Teste Cancelada. | Тестовый запуск отменен. |
    Test Çalıştırması İptal Edildi. | 测试运行已取消。 | 測試回合已取消。`)

/** Parts of a line that tell of a run that was aborted, whose host died or whose time was up. */
export const abortParts: readonly string[] = words(`
    The active test run was aborted. Reason: | Aktivní testovací běh se přerušil. Důvod: |
    Der aktive Testlauf wurde abgebrochen. Grund: | Se ha anulado la serie de pruebas activa. Motivo: |
    La série de tests active a été abandonnée. Raison : |
    L'esecuzione dei test attivi è stata interrotta. Motivo: | アクティブなテストの実行が中止されました |
    활성 테스트 실행이 중단되었습니다. 이유: | Aktywny przebieg testu został przerwany. Przyczyna: |
    A execução de teste ativa foi anulada. Motivo: | Активный тестовый запуск прерван. Причина: |
    Etkin test çalıştırması iptal edildi. Nedeni: | 活动的测试运行已中止 | 使用中的測試回合已中止 |
    Test Run Aborted with error | Testovací běh se přerušil s chybou |
    Der Testlauf wurde mit dem Fehler | La serie de pruebas se ha anulado con el error |
    Désolé... Nous n’avons pas pu procéder à la série de tests, car nous avons rencontré l’erreur suivante : |
    Esecuzione dei test interrotta con errore | Przebieg testowy został przerwany z powodu błędu |
    Execução de Teste Abortada com Erro | Тестовый запуск прерван с ошибкой | 测试运行已中止，出现错误 |
    測試執行已中止，錯誤 | Canceling test run: test run timeout of |
    Testovací běh se ruší: byl překročen časový limit testovacího běhu |
    Millisekunden für den Testlauf wurde überschritten |
    Anulando la serie de pruebas: se superó el tiempo de espera de |
    Abandon de la série de tests : dépassement du délai d'expiration de la série de tests fixé à |
    Interruzione dell'esecuzione dei test: è stato superato il timeout dell'esecuzione dei test, pari a |
    テストの実行を中止しています: テスト実行のタイムアウト | 테스트 실행 중단 중: 테스트 실행 시간 제한 |
    Przerywanie przebiegu testu: przekroczono limit czasu dla przebiegu testu równy |
    Anulando a execução de teste: o tempo limite da execução de teste de |
    Тестовый запуск отменяется: превышено допустимое время ожидания в |
    Test çalıştırması durduruluyor: Test çalıştırması için | 中止测试运行: 测试运行超时时间超出 | 正在中止測試回合: 超過了測試回合逾時 |
    Testhost process for source(s) | の Testhost プロセスがエラーで終了しました: | 的 Testhost 进程已退出，但出现错误: |
    的 Testhost 處理序已結束，發生錯誤:`)

/** Parts of a line that say that there was nothing to run (the tests of a project, a filter, the projects, a listing). */
export const noTestParts: readonly string[] = words(`
    No test is available in | nejsou dostupné žádné testy | ist kein Test verfügbar |
    No hay ninguna prueba disponible en | Aucun test n'est disponible dans |
    Non ci sono test disponibili in | で使用できるテストはありません | 에서 테스트를 사용할 수 없습니다 |
    nie są dostępne żadne testy | Não há nenhum teste disponível em | нет доступных тестов |
    içinde hiç test yok | 中没有可用测试 | 中未提供任何測試 | No test matches the given testcase filter |
    Žádný test neodpovídá danému filtru testovacích případů |
    Kein Test entspricht dem angegebenen Testfallfilter |
    Ninguna prueba coincide con el filtro de casos de prueba proporcionado |
    Aucun test ne correspond au filtre testcase donné |
    Nessun test corrisponde al filtro di test case specificato | 指定のテストケース フィルター | 과(와) 일치하는 테스트가 없습니다 |
    Żaden test nie jest zgodny z podanym filtrem przypadku testowego |
    Nenhum teste corresponde ao filtro de testcase |
    Нет тестов, соответствующих указанному фильтру тестовых случаев |
    içinde sunulan test çalışması filtresi | 中的给定用例测试筛选器 | 中的指定 testcase 篩選 | Zero tests ran |
    Spustila se nula testů | Es wurden keine Tests ausgeführt | No se ejecutaron pruebas |
    Zéro tests exécutés | Nessun test eseguito | 0 件のテストが実行されました | 테스트가 0개 실행됨 |
    Uruchomiono zero testów | Zero testes executados | Запущено ноль тестов | Sıfır test çalıştırıldı |
    运行了零个测试 | 已執行零項測試 | No test projects were found | Nenašly se žádné testovací projekty |
    Es wurden keine Testprojekte gefunden | No se encontraron proyectos de prueba |
    Désolé, aucun projet de test n’a été trouvé | Non sono stati trovati progetti di test |
    テスト プロジェクトが見つかりませんでした | 테스트 프로젝트를 찾을 수 없습니다 | Nie znaleziono żadnych projektów testowych |
    Nenhum projeto de teste foi encontrado | Тестовые проекты не найдены |
    Hiçbir test projesi bulunamadı | 未找到任何测试项目 | 未找到任何測試專案 | The following Tests are available: |
    Jsou k dispozici následující testy: | Die folgenden Tests sind verfügbar: |
    Las siguientes pruebas están disponibles: | Les tests suivants sont disponibles : |
    Sono disponibili i test seguenti: | 次のテストを使用できます: | 다음 테스트를 사용할 수 있습니다 |
    Dostępne są następujące testy: | Os Testes a seguir estão disponíveis: | Доступны следующие тесты: |
    Şu Testler kullanılabilir: | 以下测试可用: | 可使用下列測試:`)
