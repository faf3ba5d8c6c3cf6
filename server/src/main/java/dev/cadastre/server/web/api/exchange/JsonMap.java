package dev.cadastre.server.web.api.exchange;

import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.AssetMap;
import dev.cadastre.api.map.Relation;
import java.io.OutputStream;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** An {@link AssetMap} as one document. */
final class JsonMap implements MapText {

    private final JsonGenerator out;
    private boolean inRelations;

    JsonMap(OutputStream out, JsonMapper json) {
        this.out = json.createGenerator(out);
    }

    @Override
    public void begin(Instant at) {
        out.writeStartObject();
        out.writeStringProperty("format", AssetMap.FORMAT);
        out.writePOJOProperty("at", at);
        out.writeArrayPropertyStart("assets");
    }

    @Override
    public void asset(Asset asset) {
        out.writePOJO(asset);
    }

    @Override
    public void relation(Relation relation) {
        endAssets();
        out.writePOJO(relation);
    }

    private void endAssets() {
        if (!inRelations) {
            inRelations = true;
            out.writeEndArray();
            out.writeArrayPropertyStart("relations");
        }
    }

    @Override
    public void end(long omitted) {
        endAssets();
        out.writeEndArray();
        out.writeNumberProperty("omitted", omitted);
        out.writeEndObject();
        out.close();
    }
}
