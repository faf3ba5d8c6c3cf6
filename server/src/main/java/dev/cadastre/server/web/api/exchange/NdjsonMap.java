package dev.cadastre.server.web.api.exchange;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.AssetMap;
import dev.cadastre.api.map.Relation;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One JSON object a line: {@code map} first, then each {@code asset}, each {@code relation}, and
 * {@code end}.
 */
final class NdjsonMap implements MapText {

    private final JsonMapper json;
    private final OutputStream out;

    NdjsonMap(OutputStream out, JsonMapper json) {
        this.json = json;
        this.out = new BufferedOutputStream(out);
    }

    private record Head(String format, Instant at) {}

    private record Tail(long omitted) {}

    @Override
    public void begin(Instant at) throws IOException {
        line("map", new Head(AssetMap.FORMAT, at));
    }

    @Override
    public void asset(Asset asset) throws IOException {
        line("asset", asset);
    }

    @Override
    public void relation(Relation relation) throws IOException {
        line("relation", relation);
    }

    @Override
    public void end(long omitted) throws IOException {
        line("end", new Tail(omitted));
        out.flush();
    }

    private void line(String name, Object value) throws IOException {
        out.write(json.writeValueAsBytes(Map.of(name, value)));
        out.write('\n');
    }
}
