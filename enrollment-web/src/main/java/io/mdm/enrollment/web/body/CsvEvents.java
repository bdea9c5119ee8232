package io.mdm.enrollment.web.body;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import jakarta.json.stream.JsonParser.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Rows of a CSV file (RFC 4180) as events of a JSON array of objects, so that the rules for these hold for them. The
 * first row names the fields. An empty cell is a field that is not given, and rows of empty cells do not count. Read
 * row by row.
 */
final class CsvEvents implements ValueEvents {
    private static final Pattern SEPARATOR = Pattern.compile("\\|");

    private final String array;
    private final RequestErrors errors;
    private final String required;
    private final Map<String, CsvColumn.Form> forms;
    private final CsvHeader header;
    private final Iterator<CsvRecord> rows;
    private final Queue<Token> tokens = new ArrayDeque<>();
    private int line = 1;
    private String text = "";

    /** One event with its text. */
    private record Token(Event event, String text) {}

    /** Reading step that may meet a broken file. */
    private interface Step<T> {
        T run() throws IOException;
    }

    /**
     * @param array name of the array, for errors, which tell the line from now on
     * @param columns those that are known; the first is required
     */
    CsvEvents(BufferedReader file, String array, List<CsvColumn> columns, RequestErrors errors) {
        this.array = array;
        this.errors = errors;
        this.required = columns.get(0).name();
        this.forms = columns.stream().collect(Collectors.toMap(CsvColumn::name, CsvColumn::form));
        errors.tellLines(() -> line);
        this.header = guarded(() -> CsvHeader.of(file, columns));
        refuseBadHeader();
        this.rows = header.reader().ofCsvRecord(file).iterator();
        guarded(rows::next);
        tokens.add(new Token(Event.START_ARRAY, ""));
    }

    /** What is below a header that is not understood is not read. */
    private void refuseBadHeader() {
        var seen = new HashSet<String>();
        boolean isGood = true;
        for (var name : header.columns()) {
            List<Object> path = List.of(array, SoundText.shown(name));
            if (!name.isEmpty() && !forms.containsKey(name)) {
                errors.add(
                        path,
                        ErrorType.OBJECT_UNKNOWN,
                        "\"" + SoundText.shown(name) + "\" is not a column that is known here");
                isGood = false;
            } else if (!name.isEmpty() && !seen.add(name)) {
                errors.add(path, ErrorType.OBJECT_DUPLICATE, "the column \"" + name + "\" is given twice");
                isGood = false;
            }
        }
        if (!seen.contains(required)) {
            errors.add(List.of(array, required), ErrorType.ANY_REQUIRED, "a column \"" + required + "\" is required");
            isGood = false;
        }
        if (!isGood) {
            errors.refuseIfAny();
        }
    }

    @Override
    public Event next() {
        while (tokens.isEmpty()) {
            addRow();
        }
        var token = tokens.remove();
        text = token.text();
        return token.event();
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public void end() {
        // the array has ended with the file
    }

    private void addRow() {
        if (!guarded(rows::hasNext)) {
            tokens.add(new Token(Event.END_ARRAY, ""));
            return;
        }
        var row = guarded(rows::next);
        line = (int) row.getStartingLineNumber();
        if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
            object(() -> addCells(row));
        }
    }

    private void addCells(CsvRecord row) {
        for (int column = 0; column < row.getFieldCount(); column++) {
            var name = header.name(column);
            var cell = row.getField(column);
            if (!cell.isBlank()) {
                tokens.add(new Token(Event.KEY_NAME, name));
                addCell(cell, forms.getOrDefault(name, CsvColumn.Form.TEXT));
            } else if (name.equals(required)) {
                member(name, "");
            }
        }
        if (row.getFieldCount() <= header.columns().indexOf(required)) {
            member(required, "");
        }
    }

    private void addCell(String cell, CsvColumn.Form form) {
        switch (form) {
            case TEXT -> string(cell);
            case WORD -> string(cell.strip().toLowerCase(Locale.ROOT));
            case LIST -> array(items(cell), this::string);
            case ASSIGNMENTS -> array(items(cell), this::assignment);
        }
    }

    private static Stream<String> items(String cell) {
        return SEPARATOR.splitAsStream(cell).map(String::strip).filter(item -> !item.isEmpty());
    }

    private void assignment(String item) {
        int colon = item.indexOf(':');
        object(() -> {
            member("winPolicyId", colon < 0 ? item : item.substring(0, colon).strip());
            member("priority", colon < 0 ? "0" : item.substring(colon + 1).strip());
        });
    }

    private void object(Runnable members) {
        tokens.add(new Token(Event.START_OBJECT, ""));
        members.run();
        tokens.add(new Token(Event.END_OBJECT, ""));
    }

    private void array(Stream<String> items, Consumer<String> item) {
        tokens.add(new Token(Event.START_ARRAY, ""));
        items.forEach(item);
        tokens.add(new Token(Event.END_ARRAY, ""));
    }

    private void member(String name, String value) {
        tokens.add(new Token(Event.KEY_NAME, name));
        string(value);
    }

    private void string(String value) {
        tokens.add(new Token(Event.VALUE_STRING, value));
    }

    private <T> T guarded(Step<T> step) {
        try {
            return step.run();
        } catch (CsvParseException broken) {
            throw errors.last(
                    List.of(array), ErrorType.CSV_SYNTAX, "must be CSV (RFC 4180); it is broken behind this line");
        } catch (CharacterCodingException undecodable) {
            throw undecodable();
        } catch (UncheckedIOException failed) {
            throw failed.getCause() instanceof CharacterCodingException ? undecodable() : failed;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private RuntimeException undecodable() {
        return errors.last(
                List.of(array),
                ErrorType.CSV_ENCODING,
                "must be UTF-8, UTF-16 with a byte order mark, or the character set that is declared");
    }
}
