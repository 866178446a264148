import assert from "node:assert/strict";
import { test } from "node:test";
import { finder, plain } from "../../../../static/js/host/people/searching.js";

for (const [text, said] of [
  ["Nguyễn Thị Đào", "nguyen thi dao"],
  ["Nguyễn".normalize("NFD"), "nguyen"],
  ["Ổn ƯỚC", "on uoc"],
  ["hoa đào", "hoa dao"],
  ["Văn phòng 2", "van phong 2"],
]) {
  test(`${text} is sought as ${said}`, () => assert.equal(plain(text), said));
}

const PEOPLE = [
  { number: 1, name: "Lê An", team: "Y tế" },
  { number: 12, name: "Nguyễn Thị Đào", team: "Văn phòng" },
  { number: 120, name: "Đào Anh", team: "Y tế" },
];

for (const [sought, found] of [
  ["", [1, 12, 120]],
  ["12", [12, 120]],
  ["120", [120]],
  ["dao", [12, 120]],
  ["ĐÀO y tế", [120]],
  ["  an   y ", [1, 12, 120]],
  ["an phòng", [12]],
  ["12 le", []],
]) {
  test(`"${sought}" finds ${found.join(", ") || "nobody"}`, () => {
    assert.deepEqual(
      PEOPLE.filter(finder(sought)).map(({ number }) => number),
      found,
    );
  });
}
