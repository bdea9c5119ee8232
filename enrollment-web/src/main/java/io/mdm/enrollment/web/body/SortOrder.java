package io.mdm.enrollment.web.body;

import io.mdm.enrollment.api.token.TokenQuery.Direction;
import io.mdm.enrollment.web.answer.WireName;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Order of a list as asked for by {@code sort}: a key, {@code :asc} or {@code :desc}; newest first by default. */
public record SortOrder<S>(S key, Direction direction) {
    private static final Pattern ORDER = Pattern.compile("([\\w.]*)(?::(asc|desc))?");

    /** @param defaultKey key if none is given */
    public static <S extends Enum<S>> SortOrder<S> read(QueryParameters parameters, S[] keys, S defaultKey) {
        var keyByName = WireName.index(keys);
        var names = keyByName.keySet().stream().sorted().collect(Collectors.joining(", "));
        var order = parameters.matching(
                "sort",
                text -> {
                    var parts = ORDER.matcher(text);
                    return parts.matches() && (parts.group(1).isEmpty() || keyByName.containsKey(parts.group(1)));
                },
                "one of " + names + ", with :asc or :desc");
        var key = order.map(text -> text.split(":", 2)[0]).flatMap(name -> Optional.ofNullable(keyByName.get(name)));
        boolean descending =
                order.map(text -> text.isEmpty() || text.endsWith(":desc")).orElse(true);
        return new SortOrder<>(key.orElse(defaultKey), descending ? Direction.DESC : Direction.ASC);
    }
}
