package dev.cadastre.server.web.page;

import dev.cadastre.api.map.RelationDefinition;
import dev.cadastre.api.map.RelationType;

/** How an asset hangs together with another, from its own side, as forms offer it. */
public enum AssetLink {
    DEPENDS_ON("needs", RelationType.DEPENDS_ON, true),
    NEEDED_BY("is needed by", RelationType.DEPENDS_ON, false),
    RUNS_ON("runs on, or stands in", RelationType.RUNS_ON, true),
    CARRIES("carries", RelationType.RUNS_ON, false),
    MEMBER_OF("is a part of", RelationType.MEMBER_OF, true),
    HAS_PART("has as a part", RelationType.MEMBER_OF, false),
    CONNECTS_TO("connects to", RelationType.CONNECTS_TO, true),
    PROVIDES("provides", RelationType.PROVIDES, true);

    private final String words;
    private final RelationType type;
    private final boolean forward;

    AssetLink(String words, RelationType type, boolean forward) {
        this.words = words;
        this.type = type;
        this.forward = forward;
    }

    /** As people say it, between one asset and the other. */
    public String words() {
        return words;
    }

    /** The relation that says so of both. */
    RelationDefinition between(String own, String other) {
        return forward
                ? new RelationDefinition(own, type, other, null)
                : new RelationDefinition(other, type, own, null);
    }
}
