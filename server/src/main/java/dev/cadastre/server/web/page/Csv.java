package dev.cadastre.server.web.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** Lists as CSV (RFC 4180). A cell that a spreadsheet would take for a formula is made text. */
final class Csv {

    private final StringBuilder text = new StringBuilder();

    Csv(List<String> heads) {
        add(heads.toArray(String[]::new));
    }

    void add(@Nullable String... cells) {
        text.append(Stream.of(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    ResponseEntity<byte[]> answer(String fileName) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + fileName + "\"")
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String cell(@Nullable String value) {
        if (value == null) {
            return "";
        }
        String safe = value.matches("(?s)[=+@\\t\\r-].*") ? "'" + value : value;
        return safe.matches("(?s).*[,\"\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
