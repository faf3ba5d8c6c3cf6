package dev.cadastre.server.web.page;

import dev.cadastre.api.Problem;
import dev.cadastre.api.map.Asset;
import dev.cadastre.api.map.AssetDefinition;
import dev.cadastre.api.map.AssetOwner;
import dev.cadastre.api.map.RelationDefinition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an asset, as it stands in a form.
 *
 * @param asset the id of the one to change; empty for a new one
 * @param kind the word that its id begins with
 * @param name what follows in its id
 * @param title what people call it
 * @param environment where it is; empty for none
 * @param owner the team that answers for it; empty where that is inherited
 * @param lifecycle how far it is in its life
 * @param labels words to find it by, {@code name = value} a line
 * @param attributes what else is said of it, likewise
 * @param link how it hangs together with others
 * @param others the ids of these
 */
public record AssetForm(
        String asset,
        String kind,
        String name,
        String title,
        String environment,
        String owner,
        Asset.@Nullable Lifecycle lifecycle,
        String labels,
        String attributes,
        @Nullable AssetLink link,
        String others) {

    static final AssetForm EMPTY =
            new AssetForm("", "", "", "", "", "", Asset.Lifecycle.LIVE, "", "", null, "");

    /** What a request lacks is empty. */
    public AssetForm {
        asset = text(asset);
        kind = text(kind);
        name = text(name);
        title = text(title);
        environment = text(environment);
        owner = text(owner);
        labels = text(labels);
        attributes = text(attributes);
        others = text(others);
    }

    static AssetForm of(Asset said) {
        AssetOwner owner = said.owner();
        return new AssetForm(
                said.id(),
                said.kind(),
                said.id().substring(said.kind().length() + 1),
                said.title(),
                text(said.environment()),
                owner == null || owner.inheritedFrom() != null ? "" : owner.team(),
                said.lifecycle(),
                NamedValues.text(said.labels()),
                NamedValues.text(said.attributes()),
                null,
                "");
    }

    /** What the asset is called everywhere; an application bears its environment. */
    String id() {
        boolean bare = kind.equals("app") && !environment.isEmpty() && !name.contains("@");
        return !asset.isEmpty() ? asset : kind + ":" + name + (bare ? "@" + environment : "");
    }

    /**
     * What is said of it.
     *
     * @param problems takes what cannot be read
     */
    AssetDefinition definition(List<Problem.Part> problems) {
        return new AssetDefinition(
                filled(title),
                filled(environment),
                lifecycle,
                NamedValues.parse("labels", labels, problems),
                NamedValues.parse("attributes", attributes, problems),
                filled(owner));
    }

    List<RelationDefinition> relations() {
        return new LinkForm(link, others).of(id());
    }

    /** The field of the place that a problem names. */
    static String field(String place) {
        int dot = place.indexOf('.');
        return switch (dot < 0 ? place : place.substring(0, dot)) {
            case "", "id" -> "name";
            case "items" -> "others";
            default -> dot < 0 ? place : place.substring(0, dot);
        };
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "").strip();
    }

    private static @Nullable String filled(String text) {
        return text.isEmpty() ? null : text;
    }
}
