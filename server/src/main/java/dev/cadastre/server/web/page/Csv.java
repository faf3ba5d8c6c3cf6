package dev.cadastre.server.web.page;

import dev.cadastre.server.web.api.request.CsvLine;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Lists as CSV. */
final class Csv {

    private final StringBuilder text = new StringBuilder();

    Csv(List<String> heads) {
        add(heads.toArray(String[]::new));
    }

    void add(@Nullable String... cells) {
        text.append(CsvLine.of(cells));
    }

    ResponseEntity<byte[]> answer(String fileName) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + fileName + "\"")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
